using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>A principal that the world keeps.</summary>
/// <param name="Caller">How it calls.</param>
/// <param name="Facts">What is known of it.</param>
public sealed record DirectoryEntry(Caller Caller, IdentityFacts Facts)
{
    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The keys of a user, or none.</summary>
    public IReadOnlyList<DirectoryKey> Keys { get; init; } = [];

    /// <summary>When the user's password was set; null where there is none.</summary>
    public DateTimeOffset? PasswordSince { get; init; }
}
