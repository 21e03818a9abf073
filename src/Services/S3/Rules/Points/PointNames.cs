namespace Orrery.Services.S3.Rules.Points;

/// <summary>
/// What access points are called. Source: S3 user guide, "Access points naming rules, restrictions, and limitations",
/// "Access point aliases": prefix, metadata and ending, within the length of a bucket's name. How the metadata is made
/// is guessed.
/// </summary>
internal static class PointNames
{
    private const string AliasEnd = "-s3alias";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int MetadataLength = 34;
    private const int LongestPrefix = 20;

    /// <summary>Whether a new access point may be called so. Names on -ext-s3alias end on -s3alias too.</summary>
    public static bool IsValid(string name) =>
        name.Length is >= 3 and <= 50
        && !name.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-")
        && name[0] != '-' && name[^1] != '-' && !IsAlias(name);

    /// <summary>Whether a name is that of an access point among buckets.</summary>
    public static bool IsAlias(string name) => name.EndsWith(AliasEnd, StringComparison.Ordinal);

    /// <summary>A new alias.</summary>
    public static string NewAlias(Call call, string name)
    {
        var prefix = name.Length <= LongestPrefix ? name : name[..LongestPrefix].TrimEnd('-');
        return $"{prefix}-{call.Random.Text(MetadataLength, Letters)}{AliasEnd}";
    }
}
