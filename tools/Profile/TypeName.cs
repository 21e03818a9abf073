namespace Orrery.Profile;

/// <summary>A type by name, as reflection and the runtime write it.</summary>
/// <param name="FullName">The namespace, a dot, and the name; nested ones after a plus.</param>
/// <param name="Assembly">Its assembly's name, where it is told.</param>
/// <param name="Arguments">What stands for its type parameters, with those of the types around it.</param>
/// <param name="Suffix">What follows: brackets of arrays, stars, an ampersand.</param>
internal sealed record TypeName(string FullName, string? Assembly, IReadOnlyList<TypeName> Arguments, string Suffix)
{
    /// <summary>What stands for all reference types where they share code.</summary>
    public static TypeName Shared { get; } = new("System.__Canon", null, [], "");

    /// <summary>Types as one text.</summary>
    public static string Text(IEnumerable<TypeName> types) => string.Join(',', types);

    /// <inheritdoc/>
    public override string ToString() =>
        FullName + (Arguments.Count == 0 ? "" : $"[{Text(Arguments)}]") + Suffix;

    /// <summary>The type of a text; null for none ("NULL") or a text that cannot be read.</summary>
    public static TypeName? Parse(string text)
    {
        if (text is "NULL" or "UNKNOWN") return null;
        var at = 0;
        var type = Read(text, ref at, mayNameAssembly: true);
        return at == text.Length ? type : null;
    }

    /// <summary>Reads a type that starts at a place, to where it ends.</summary>
    public static TypeName? Read(string text, ref int at, bool mayNameAssembly)
    {
        var end = text.AsSpan(at).IndexOfAny("[],*&");
        end = end < 0 ? text.Length : at + end;
        var name = text[at..end];
        at = end;
        var arguments = new List<TypeName>();
        if (at + 1 < text.Length && text[at] == '[' && text[at + 1] is not (']' or ',' or '*'))
        {
            do
            {
                at++;
                var isBracketed = text[at] == '[';
                if (isBracketed) at++;
                if (Read(text, ref at, isBracketed) is not { } argument) return null;
                arguments.Add(argument);
                if (isBracketed && (at >= text.Length || text[at++] != ']')) return null;
            }
            while (at < text.Length && text[at] == ',');
            if (at >= text.Length || text[at++] != ']') return null;
        }
        var suffix = at;
        while (at < text.Length && (text[at] is '*' or '&' || IsArray(text, at)))
            at += text[at] == '[' ? Rank(text, at) : 1;
        var behind = text[suffix..at];
        string? assembly = null;
        if (mayNameAssembly && at < text.Length && text[at] == ',')
        {
            end = text.IndexOf(']', at);
            var parts = text[at..(end < 0 ? text.Length : end)].Split(',', StringSplitOptions.TrimEntries);
            assembly = parts[1];
            at = end < 0 ? text.Length : end;
        }
        return name.Length == 0 ? null : new(name, assembly, arguments, behind);
    }

    private static bool IsArray(string text, int at) =>
        text[at] == '[' && at + 1 < text.Length && text[at + 1] is ']' or ',';

    private static int Rank(string text, int at) => text.IndexOf(']', at) - at + 1;
}
