namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// A filter value: <c>*</c> stands for any run of characters, <c>?</c> for one, a backslash takes the next one
/// literally.
/// Matching is case-sensitive and takes time linear in both lengths but for one backtrack point.
/// </summary>
internal sealed class Wildcard
{
    private const char Any = '\uE000';
    private const char One = '\uE001';
    private readonly string _pattern;
    private readonly bool _literal;

    private Wildcard(string pattern)
    {
        _pattern = pattern;
        _literal = pattern.AsSpan().IndexOfAny(Any, One) < 0;
    }

    /// <summary>Whether a filter value has a wildcard or an escape.</summary>
    public static bool IsPattern(string value) => value.AsSpan().IndexOfAny('*', '?', '\\') >= 0;

    /// <summary>Reads a filter value.</summary>
    public static Wildcard Of(string value)
    {
        if (!IsPattern(value))
        {
            return new Wildcard(value);
        }

        var text = new System.Text.StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            text.Append(value[i] switch
            {
                '\\' when i + 1 < value.Length => value[++i],
                '*' => Any,
                '?' => One,
                var c => c,
            });
        }

        return new Wildcard(text.ToString());
    }

    /// <summary>Whether the whole text matches.</summary>
    public bool Matches(string text)
    {
        if (_literal)
        {
            return string.Equals(_pattern, text, StringComparison.Ordinal);
        }

        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < _pattern.Length && _pattern[p] == Any)
            {
                star = p++;
                mark = t;
            }
            else if (p < _pattern.Length && (_pattern[p] == One || _pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < _pattern.Length && _pattern[p] == Any)
        {
            p++;
        }

        return p == _pattern.Length;
    }
}
