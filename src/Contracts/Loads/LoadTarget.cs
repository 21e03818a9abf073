namespace Orrery.Contracts.Loads;

/// <summary>Whom a load is for: one of these.</summary>
/// <param name="Instance">An instance's id.</param>
/// <param name="Tag">The instances with a tag: <c>key=value</c>.</param>
/// <param name="Group">An Auto Scaling group.</param>
/// <param name="TargetGroup">A target group; not served.</param>
public sealed record LoadTarget(
    string? Instance = null, string? Tag = null, string? Group = null, string? TargetGroup = null);
