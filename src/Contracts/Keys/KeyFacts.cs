namespace Orrery.Contracts.Keys;

/// <summary>What a service may know of a key.</summary>
/// <param name="Id">The id.</param>
/// <param name="Arn">The ARN.</param>
/// <param name="IsAwsManaged">Whether it is a service's own.</param>
/// <param name="IsUsable">Whether it would encrypt now.</param>
public sealed record KeyFacts(string Id, string Arn, bool IsAwsManaged, bool IsUsable);
