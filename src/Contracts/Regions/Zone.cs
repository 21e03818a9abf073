namespace Orrery.Contracts.Regions;

/// <summary>An Availability Zone.</summary>
/// <param name="Name">For example <c>us-east-1a</c>.</param>
/// <param name="Id">For example <c>use1-az6</c>.</param>
public sealed record Zone(string Name, string Id);
