namespace Orrery.Contracts.Identity;

/// <summary>A resource that needs a service-linked role.</summary>
/// <param name="Region">Where it is.</param>
/// <param name="Resource">Its ARN.</param>
public sealed record RoleUse(string Region, string Resource);
