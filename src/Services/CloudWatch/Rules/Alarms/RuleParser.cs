using System.Globalization;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Reads the rule of a composite alarm: NOT binds more than AND, AND more than OR. Source: botocore documentation of
/// PutCompositeAlarm, AlarmRule; which operator binds more is guessed, and that words may be written small. AT_LEAST:
/// aws-cdk issue 37692; its thresholds: aws-cdk, alarm-rule.ts. Guessed: each alarm in its list is an element, and one
/// that is there twice counts twice.
/// </summary>
internal sealed class RuleParser
{
    private const int MostElements = 500;
    private readonly string _text;
    private int _at;
    private int _elements;

    private RuleParser(string text) => _text = text;

    /// <summary>Reads a rule.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: it is not valid, or it has too many
    /// elements.</exception>
    public static RuleNode Parse(string text)
    {
        var parser = new RuleParser(text);
        var rule = parser.Or();
        parser.Skip();
        return parser._at < text.Length ? throw parser.Wrong() : rule;
    }

    private RuleNode Or()
    {
        var left = And();
        while (Takes("OR"))
            left = new RuleNode.Pair(false, left, And());
        return left;
    }

    private RuleNode And()
    {
        var left = Factor();
        while (Takes("AND"))
            left = new RuleNode.Pair(true, left, Factor());
        return left;
    }

    private RuleNode Factor()
    {
        CountElement();
        if (Takes("NOT")) return new RuleNode.Not(Factor());
        if (Has('('))
        {
            var inner = Or();
            Expect(')');
            return inner;
        }

        if (Takes("TRUE")) return new RuleNode.Constant(true);
        if (Takes("FALSE")) return new RuleNode.Constant(false);
        if (Takes("AT_LEAST")) return AtLeast();
        if (State() is not { } state) throw Wrong();
        Expect('(');
        var name = Name(")");
        Expect(')');
        return new RuleNode.InState(state, name);
    }

    /// <summary>A threshold, a state with or without NOT, and a list of alarms.</summary>
    private RuleNode.AtLeast AtLeast()
    {
        Expect('(');
        var threshold = Number();
        var isPercentage = Has('%');
        Expect(',');
        var isNot = Takes("NOT");
        var state = State() ?? throw Wrong();
        Expect(',');
        Expect('(');
        var conditions = new List<RuleNode>();
        do
        {
            CountElement();
            var condition = new RuleNode.InState(state, Name(",)"));
            conditions.Add(isNot ? new RuleNode.Not(condition) : condition);
        }
        while (Has(','));
        Expect(')');
        Expect(')');
        var most = isPercentage ? 100 : conditions.Count;
        return threshold >= 1 && threshold <= most
            ? new(threshold, isPercentage, conditions)
            : throw AlarmErrors.Invalid(
                $"Error in AlarmRule: the threshold of AT_LEAST must be between 1{(isPercentage ? "%" : "")} and "
                + (isPercentage ? "100%" : $"the number of its alarms, {most}"));
    }

    private StateValue? State() =>
        Takes("ALARM") ? StateValue.Alarm
        : Takes("OK") ? StateValue.Ok
        : Takes("INSUFFICIENT_DATA") ? StateValue.InsufficientData
        : null;

    /// <summary>A name or ARN, in quotes or up to one of the ends.</summary>
    private string Name(string ends)
    {
        var quoted = Has('"');
        var end = _text.AsSpan(_at).IndexOfAny(quoted ? "\"" : ends);
        if (end < 0) throw Wrong();
        var name = quoted ? _text[_at..(_at + end)] : _text[_at..(_at + end)].Trim();
        _at += quoted ? end + 1 : end;
        return name.Length == 0 ? throw Wrong() : name;
    }

    private int Number()
    {
        Skip();
        var end = _at;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (!int.TryParse(_text.AsSpan(_at..end), CultureInfo.InvariantCulture, out var number)) throw Wrong();
        _at = end;
        return number;
    }

    private void CountElement()
    {
        if (++_elements > MostElements)
            throw AlarmErrors.Invalid($"AlarmRule must not contain more than {MostElements} elements");
    }

    /// <summary>Takes a word where it stands alone.</summary>
    private bool Takes(string word)
    {
        Skip();
        var end = _at + word.Length;
        if (string.Compare(_text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
            || (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')))
            return false;
        _at = end;
        return true;
    }

    private void Expect(char symbol)
    {
        if (!Has(symbol)) throw Wrong();
    }

    /// <summary>Takes a symbol where it comes next.</summary>
    private bool Has(char symbol)
    {
        Skip();
        if (_at >= _text.Length || _text[_at] != symbol) return false;
        _at++;
        return true;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private Core.ServiceException Wrong() =>
        AlarmErrors.Invalid($"Error in AlarmRule: syntax error at character {_at + 1}");
}
