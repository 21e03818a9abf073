namespace Orrery.Contracts.Instances;

/// <summary>How a launch template and its version are named.</summary>
/// <param name="Id">Its id; null where it is named by name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">A number, <c>$Latest</c> or <c>$Default</c>; null for the default one.</param>
public sealed record SupplyTemplateName(string? Id, string? Name, string? Version);
