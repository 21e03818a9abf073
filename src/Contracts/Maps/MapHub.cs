namespace Orrery.Contracts.Maps;

/// <summary>A transit gateway.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its tag Name.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Region">And where.</param>
public sealed record MapHub(string Id, string? Name, string Account, string Region);
