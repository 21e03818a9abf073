namespace Orrery.Wire.Signing;

/// <summary>What the world holds of an access key, as far as signatures go.</summary>
/// <param name="AccessKeyId">The id, <c>AKIA…</c> or <c>ASIA…</c>.</param>
/// <param name="SecretAccessKey">The secret.</param>
/// <param name="SessionToken">The token that must come with a temporary key; null for a lasting key.</param>
/// <param name="State">Whether it may be used; whoever keeps it knows its clock.</param>
public sealed record SigningCredential(
    string AccessKeyId,
    string SecretAccessKey,
    string? SessionToken = null,
    CredentialState State = CredentialState.Active);
