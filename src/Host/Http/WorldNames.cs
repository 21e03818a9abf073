namespace Orrery.Host.Http;

/// <summary>
/// The names of worlds, and how a request names one: by the header <c>x-orrery-world</c>, by the path
/// <c>/_world/NAME</c> before its own (which fits into an endpoint URL), or by the host <c>NAME.world.localhost</c>.
/// </summary>
public static class WorldNames
{
    /// <summary>What stands before the name in a path.</summary>
    public const string PathPrefix = "/_world/";

    /// <summary>What follows the name in a host.</summary>
    public const string HostSuffix = ".world.localhost";

    /// <summary>The longest name: a world is a label of a host name (RFC 1035) and part of a file name.</summary>
    public const int MaxLength = 63;

    /// <summary>What a refusal says is allowed.</summary>
    public const string Rule = "a world's name has 1 to 63 lower-case letters, digits and inner dashes";

    /// <summary>Whether a text may name a world.</summary>
    public static bool IsName(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxLength
        && text.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-") < 0
        && text[0] != '-' && text[^1] != '-';

    /// <summary>The path below which everything is for a world.</summary>
    public static string PathOf(string world) => PathPrefix + world;
}
