namespace Orrery.Contracts.Identity;

/// <summary>Temporary credentials of a role.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="SecretAccessKey">The secret that signs.</param>
/// <param name="SessionToken">The token that goes with every request.</param>
/// <param name="IssuedAt">When they were made.</param>
/// <param name="Expiration">When they stop working.</param>
public sealed record RoleCredentials(
    string AccessKeyId,
    string SecretAccessKey,
    string SessionToken,
    DateTimeOffset IssuedAt,
    DateTimeOffset Expiration);
