namespace Orrery.Wire.Signing;

/// <summary>Who signed a request.</summary>
/// <param name="Kind">How far the key is known.</param>
/// <param name="AccessKeyId">The access key id; empty for an anonymous request.</param>
/// <param name="Account">The account of a root user; empty for the others, whose key tells.</param>
/// <param name="SessionToken">The session token that came with the request, or null.</param>
public readonly record struct Signer(SignerKind Kind, string AccessKeyId, string Account, string? SessionToken);
