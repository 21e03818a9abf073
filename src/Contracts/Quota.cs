namespace Orrery.Contracts;

/// <summary>A quota as Service Quotas lists it.</summary>
/// <param name="Code">Its code, for example <c>L-F678F1CE</c>.</param>
/// <param name="Name">Its name, for example VPCs per Region.</param>
/// <param name="Standard">AWS's default.</param>
public sealed record Quota(string Code, string Name, int Standard);
