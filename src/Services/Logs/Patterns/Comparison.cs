using System.Globalization;
using System.Text.RegularExpressions;

namespace Orrery.Services.Logs.Patterns;

/// <summary>
/// Compares a value with what a pattern asks for. Equal and unequal take texts, perhaps with a star before or behind,
/// numbers and regular expressions; the others take numbers.
/// </summary>
/// <param name="Operator">One of <c>= != &lt; &gt; &lt;= &gt;=</c>.</param>
/// <param name="Text">The text of the pattern.</param>
/// <param name="IsQuoted">Whether it stood in quotation marks: then it is no number.</param>
/// <param name="Regex">The regular expression, where it is one.</param>
internal sealed record Comparison(string Operator, string Text, bool IsQuoted, Regex? Regex)
{
    private readonly double? _number = IsQuoted || Regex is not null ? null : NumberOf(Text);

    /// <summary>The number that a text is: scientific notation counts.</summary>
    public static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;

    /// <summary>Whether a value fits.</summary>
    /// <param name="value">The value as text.</param>
    /// <param name="number">The value as a number, where it is one.</param>
    public bool Holds(string value, double? number) => Operator switch
    {
        "=" => IsEqual(value, number),
        "!=" => !IsEqual(value, number),
        "<" => number < _number,
        ">" => number > _number,
        "<=" => number <= _number,
        _ => number >= _number,
    };

    /// <summary>Refuses what cannot be compared.</summary>
    public Comparison Checked() => Operator is "=" or "!=" || _number is not null
        ? this
        : throw FilterPattern.Invalid($"{Operator} needs a number");

    private bool IsEqual(string value, double? number)
    {
        if (Regex is not null)
        {
            return Regex.IsMatch(value);
        }

        if (_number is { } wanted && number is { } actual)
        {
            return wanted == actual;
        }

        var (head, tail) = (Text.StartsWith('*'), Text.Length > 1 && Text.EndsWith('*'));
        var core = Text[(head ? 1 : 0)..^(tail ? 1 : 0)];
        return (head, tail) switch
        {
            (true, true) => value.Contains(core, StringComparison.Ordinal),
            (true, false) => value.EndsWith(core, StringComparison.Ordinal),
            (false, true) => value.StartsWith(core, StringComparison.Ordinal),
            _ => value == core,
        };
    }
}
