using Orrery.Kernel.Calls;

namespace Orrery.Contracts;

/// <summary>An access key with whose it is.</summary>
/// <param name="Caller">The principal that the key stands for.</param>
/// <param name="SecretAccessKey">The secret that signs.</param>
/// <param name="SessionToken">The token that must come with a temporary key; null for a lasting one.</param>
/// <param name="Expiration">When it stops working; null for a lasting one.</param>
/// <param name="IsActive">False while it is switched off.</param>
public sealed record Principal(
    Caller Caller, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expiration, bool IsActive)
{
    /// <summary>When the second factor was shown that a temporary key was made with; null where none was.</summary>
    public DateTimeOffset? MfaAt { get; init; }
}
