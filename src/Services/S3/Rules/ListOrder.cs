namespace Orrery.Services.S3.Rules;

/// <summary>What a listing of keys is asked for.</summary>
internal sealed record ListOrder
{
    /// <summary>Only keys that begin so.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Keys that are alike up to this text, searched behind the prefix, are rolled up; empty for
    /// none.</summary>
    public string Delimiter { get; init; } = "";

    /// <summary>Only keys after this one. If it is a rolled-up prefix, nothing of that comes again.</summary>
    public string After { get; init; } = "";

    /// <summary>The most keys and rolled-up prefixes.</summary>
    public int Most { get; init; } = Lists.Page;

    /// <summary>The rolled-up prefix that a key belongs to, or null.</summary>
    public string? Group(string key)
    {
        if (Delimiter.Length == 0 || key.Length < Prefix.Length) return null;
        var at = key.IndexOf(Delimiter, Prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + Delimiter.Length)];
    }

    /// <summary>Whether <see cref="After"/> is a rolled-up prefix, so that nothing below it comes again.</summary>
    public bool IsPast(string group) => After == group;
}
