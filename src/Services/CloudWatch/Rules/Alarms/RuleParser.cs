using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Reads the rule of a composite alarm: NOT binds more than AND, AND more than OR. Source: botocore documentation of
/// PutCompositeAlarm, AlarmRule; which operator binds more is guessed, and that words may be written small.
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
        if (++_elements > MostElements)
            throw AlarmErrors.Invalid($"AlarmRule must not contain more than {MostElements} elements");
        if (Takes("NOT")) return new RuleNode.Not(Factor());
        Skip();
        if (_at < _text.Length && _text[_at] == '(')
        {
            _at++;
            var inner = Or();
            Expect(')');
            return inner;
        }

        if (Takes("TRUE")) return new RuleNode.Constant(true);
        if (Takes("FALSE")) return new RuleNode.Constant(false);
        if (Takes("ALARM")) return new RuleNode.InState(StateValue.Alarm, Name());
        if (Takes("OK")) return new RuleNode.InState(StateValue.Ok, Name());
        if (Takes("INSUFFICIENT_DATA")) return new RuleNode.InState(StateValue.InsufficientData, Name());
        throw Wrong();
    }

    private string Name()
    {
        Expect('(');
        Skip();
        var quoted = _at < _text.Length && _text[_at] == '"';
        if (quoted) _at++;
        var end = _at >= _text.Length ? -1 : _text.IndexOf(quoted ? '"' : ')', _at);
        if (end < 0) throw Wrong();
        var name = quoted ? _text[_at..end] : _text[_at..end].Trim();
        _at = quoted ? end + 1 : end;
        Expect(')');
        return name.Length == 0 ? throw Wrong() : name;
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
        Skip();
        if (_at >= _text.Length || _text[_at] != symbol) throw Wrong();
        _at++;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private Core.ServiceException Wrong() =>
        AlarmErrors.Invalid($"Error in AlarmRule: syntax error at character {_at + 1}");
}
