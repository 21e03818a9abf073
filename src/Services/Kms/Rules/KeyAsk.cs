using Orrery.Contracts.Keys;
using Orrery.Kernel.State;

namespace Orrery.Services.Kms.Rules;

/// <summary>What of a request matters to whether a key may be used.</summary>
/// <param name="Context">The encryption context.</param>
/// <param name="Tokens">Grant tokens.</param>
/// <param name="Via">The service on whose behalf; null where the caller asks itself.</param>
internal sealed record KeyAsk(
    IReadOnlyDictionary<string, string>? Context, IReadOnlyList<string>? Tokens, string? Via = null)
{
    /// <summary>The service that uses the key for itself or with a role; null: whoever calls does.</summary>
    public KeyUser? By { get; init; }

    /// <summary>Where the key is used; null: where the call is.</summary>
    public Scope? At { get; init; }

    /// <summary>Nothing.</summary>
    public static KeyAsk None { get; } = new(null, null);
}
