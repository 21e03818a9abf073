namespace Orrery.Services.Iam.Records;

/// <summary>What passwords of an account must be.</summary>
internal sealed record PasswordRulesRecord
{
    /// <summary>How long they are at least.</summary>
    public int MinimumLength { get; init; } = 6;

    /// <summary>Whether they need a symbol.</summary>
    public bool NeedsSymbol { get; init; }

    /// <summary>Whether they need a digit.</summary>
    public bool NeedsNumber { get; init; }

    /// <summary>Whether they need an upper-case letter.</summary>
    public bool NeedsUpper { get; init; }

    /// <summary>Whether they need a lower-case letter.</summary>
    public bool NeedsLower { get; init; }

    /// <summary>Whether users may change their own.</summary>
    public bool UsersMayChange { get; init; }

    /// <summary>After how many days they expire.</summary>
    public int? MaxAge { get; init; }

    /// <summary>How many earlier ones may not come again.</summary>
    public int? ReusePrevention { get; init; }

    /// <summary>Whether an expired one can be changed by an administrator only.</summary>
    public bool? HardExpiry { get; init; }
}
