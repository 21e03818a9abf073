namespace Orrery.Contracts.Identity;

/// <summary>An instance profile.</summary>
/// <param name="Arn">Its ARN, with its path.</param>
/// <param name="Id">Its unique id.</param>
/// <param name="Name">Its name.</param>
/// <param name="RoleArn">The ARN of the role in it; null where it is empty.</param>
/// <param name="RoleName">The name of that role.</param>
public sealed record InstanceProfileFacts(string Arn, string Id, string Name, string? RoleArn, string? RoleName);
