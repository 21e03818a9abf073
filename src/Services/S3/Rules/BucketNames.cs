using System.Buffers;
using System.Net;

namespace Orrery.Services.S3.Rules;

/// <summary>What a bucket may be called. Source: S3 user guide, "General purpose bucket naming rules".</summary>
internal static class BucketNames
{
    private static readonly SearchValues<char> Former =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    private static readonly string[] ForbiddenStarts = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] ForbiddenEnds = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>Whether a new bucket may be called so.</summary>
    public static bool IsValid(string name) =>
        name.Length is >= 3 and <= 63
        && !name.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789.-")
        && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1])
        && !name.Contains("..", StringComparison.Ordinal)
        && !IsAddress(name)
        && !ForbiddenStarts.Any(start => name.StartsWith(start, StringComparison.Ordinal))
        && !ForbiddenEnds.Any(end => name.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Whether a bucket can be called so, one of the time when more was allowed too.</summary>
    public static bool CanBe(ReadOnlySpan<char> name) =>
        name.Length is >= 3 and <= 255 && !name.ContainsAnyExcept(Former);

    private static bool IsAddress(string name) =>
        name.Split('.') is { Length: 4 } parts && parts.All(static p => p.All(char.IsAsciiDigit))
        && IPAddress.TryParse(name, out _);
}
