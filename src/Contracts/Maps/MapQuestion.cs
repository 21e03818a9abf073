namespace Orrery.Contracts.Maps;

/// <summary>Which networks are to be drawn. Nulls and empty lists mean all.</summary>
/// <param name="Account">Only those of an account.</param>
/// <param name="Region">Only those of a region.</param>
/// <param name="VpcIds">Only these VPCs.</param>
public sealed record MapQuestion(string? Account, string? Region, IReadOnlyList<string> VpcIds);
