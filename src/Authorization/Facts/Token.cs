namespace Orrery.Authorization.Facts;

/// <summary>A resource type that an action is asked on, and the members of requests that name it.</summary>
/// <param name="Type">The type; <c>any</c> takes ARNs as they are, <c>?</c> tells it by the id.</param>
/// <param name="IsAlways">Whether the action is asked on it where the request names none: on all that may be.</param>
/// <param name="Sources">The members, of which the first counts that is set; each the parts of one name.</param>
internal sealed record Token(string Type, bool IsAlways, IReadOnlyList<string[]> Sources)
{
    /// <summary>What stands where nobody knows how a request names the type.</summary>
    private const string Unknown = "!";

    /// <summary>Whether it is said how a request names the type.</summary>
    public bool IsKnown => Sources is not [[Unknown]];

    /// <summary>Reads <c>type*=Member|One+Two</c>.</summary>
    public static Token Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var type = equals < 0 ? text : text[..equals];
        string[] sources = equals < 0 ? [] : text[(equals + 1)..].Split('|');
        return new(type.TrimEnd('*'), type.EndsWith('*'), [.. sources.Select(s => s.Split('+'))]);
    }
}
