using System.Text.Json.Serialization;

namespace Orrery.Kernel.State;

/// <summary>
/// Where a resource lives: an account and a region. Tables are kept, and versions counted, per scope.
/// </summary>
/// <param name="Account">The 12-digit account id; empty for what belongs to the world itself.</param>
/// <param name="Region">The region's code, or <c>global</c> for services that have no region.</param>
[JsonConverter(typeof(ScopeJsonConverter))]
public readonly record struct Scope(string Account, string Region) : IComparable<Scope>
{
    /// <summary>2^32 divided by the golden ratio: accounts of neighbouring numbers are far apart.</summary>
    private const int Spread = unchecked((int)2654435769);

    /// <summary>The region name under which global services (IAM, Route 53, ...) keep their records.</summary>
    public const string GlobalRegion = "global";

    /// <summary>The scope of what belongs to no account: clock settings and the like.</summary>
    public static Scope World { get; } = new("", "");

    /// <summary>Whether this is the global scope of an account.</summary>
    public bool IsGlobal => Region == GlobalRegion;

    /// <summary>The scope of an account's global services.</summary>
    public static Scope Global(string account) => new(account, GlobalRegion);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Scope Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? throw new FormatException($"'{text}' is not a scope: expected account/region.")
            : new(text[..slash], text[(slash + 1)..]);
    }

    /// <inheritdoc/>
    public int CompareTo(Scope other)
    {
        var account = string.CompareOrdinal(Account, other.Account);
        return account != 0 ? account : string.CompareOrdinal(Region, other.Region);
    }

    /// <summary>Of some of its letters: scopes are looked up all the time, and there are few.</summary>
    public override int GetHashCode() => (Part(Account) * Spread) ^ Part(Region);

    /// <summary>The scope as <c>account/region</c>.</summary>
    public override string ToString() => $"{Account}/{Region}";

    // The last digits tell accounts apart, and the first and last letters regions. A scope of nothing has no texts.
    internal static int Part(string? text)
    {
        if (text is not { Length: >= 4 })
            return 0;
        var first = (text[0] * 31) + text[3];
        var last = (((((text[^4] * 31) + text[^3]) * 31) + text[^2]) * 31) + text[^1];
        return (first * 31) + last + text.Length;
    }
}
