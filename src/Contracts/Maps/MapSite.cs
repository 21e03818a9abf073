namespace Orrery.Contracts.Maps;

/// <summary>A network outside of AWS, behind a customer gateway.</summary>
/// <param name="Id">The customer gateway.</param>
/// <param name="Cidrs">Its blocks, as far as they are known.</param>
public sealed record MapSite(string Id, IReadOnlyList<string> Cidrs);
