using System.Text.RegularExpressions;

namespace Orrery.Wire.Schema;

/// <summary>
/// A model's pattern. Time is linear in the value's length; the few patterns that linear matching cannot do stop
/// after a
/// fixed time instead, and what they could not decide counts as not matching.
/// </summary>
internal sealed class PatternMatcher
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private readonly Regex _regex;

    public PatternMatcher(string pattern)
    {
        var text = Anchored(Translate(pattern));
        _regex = Linear(text) ?? new Regex(text, RegexOptions.CultureInvariant, Patience);
    }

    /// <summary>Whether matching is linear.</summary>
    public bool IsLinear => (_regex.Options & RegexOptions.NonBacktracking) != 0;

    /// <summary>Whether the value matches.</summary>
    public bool IsMatch(string value)
    {
        try
        {
            return _regex.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Java's notation, which the models use, in .NET's.</summary>
    internal static string Translate(string pattern) => pattern
        .Replace("\\uD800\\uDC00-\\uDBFF\\uDFFF", "\\uD800-\\uDFFF", StringComparison.Ordinal)
        .Replace("[\\p{ASCII}]", "[\\x00-\\x7F]", StringComparison.Ordinal)
        .Replace("\\p{ASCII}", "[\\x00-\\x7F]", StringComparison.Ordinal)
        .Replace("\\p{Print}", "[\\x20-\\x7E]", StringComparison.Ordinal)
        .Replace("\\_", "_", StringComparison.Ordinal)
        .Replace("\\p{Z}-_]", "\\p{Z}\\-_]", StringComparison.Ordinal);

    // Null for look-around, back references and counts too large for an automaton (".{1,100000}").
    private static Regex? Linear(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    // The services match the whole value; a pattern that anchors one end only says itself what it leaves open.
    private static string Anchored(string pattern)
    {
        var start = pattern.StartsWith('^');
        var end = pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal);
        return start != end ? pattern : $"\\A(?:{pattern})\\z";
    }
}
