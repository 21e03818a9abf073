namespace Orrery.Services.Logs.Patterns;

/// <summary>Reads the parts of a JSON or space-delimited pattern, from left to right.</summary>
internal sealed class PatternReader(string text)
{
    private static readonly string[] Comparisons = ["!=", "=!", "<=", ">=", "=", "<", ">"];
    private int _at;

    /// <summary>How many regular expressions were read.</summary>
    public int Regexes { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            Skip();
            return _at == text.Length;
        }
    }

    /// <summary>Whether one of some characters comes next, or nothing.</summary>
    public bool IsBefore(string ends) => IsAtEnd || ends.Contains(text[_at]);

    /// <summary>Takes a mark if it comes next.</summary>
    public bool Take(string mark)
    {
        Skip();
        if (!text.AsSpan(_at).StartsWith(mark, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _at += mark.Length;
        return true;
    }

    /// <summary>Takes a mark, or refuses.</summary>
    public void Need(string mark)
    {
        if (!Take(mark))
        {
            throw FilterPattern.Invalid($"{mark} is missing at character {_at + 1}");
        }
    }

    /// <summary>A comparison: operator and value.</summary>
    /// <param name="ends">What ends a value without quotation marks.</param>
    public Comparison Compare(string ends)
    {
        var sign = Array.Find(Comparisons, Take)
            ?? throw FilterPattern.Invalid($"an operator is missing at character {_at + 1}");
        Skip();
        sign = sign == "=!" ? "!=" : sign;
        if (_at < text.Length && text[_at] == '"')
        {
            return new Comparison(sign, TermPattern.Quoted(text, ref _at), true, null).Checked();
        }

        if (_at < text.Length && text[_at] == '%')
        {
            if (++Regexes > 2)
            {
                throw FilterPattern.Invalid("there are more than 2 regular expressions");
            }

            var regex = PatternRegex.Parse(TermPattern.Between(text, ref _at, '%'));
            return new Comparison(sign, "", true, regex).Checked();
        }

        return Word(ends) is { Length: > 0 } word
            ? new Comparison(sign, word, false, null).Checked()
            : throw FilterPattern.Invalid($"a value is missing at character {_at + 1}");
    }

    /// <summary>What stands before white space or one of some characters.</summary>
    public string Word(string ends)
    {
        Skip();
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && !ends.Contains(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    /// <summary>The selector of a JSON value: a dollar sign, names and indexes.</summary>
    public JsonSelector Selector()
    {
        Skip();
        var start = _at;
        var quote = '\0';
        for (var depth = 0; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (quote == '\0' && depth == 0 && (char.IsWhiteSpace(c) || "=!<>)&|}".Contains(c)))
            {
                break;
            }

            depth += quote != '\0' ? 0 : c == '[' ? 1 : c == ']' ? -1 : 0;
            quote = quote == c ? '\0' : quote == '\0' && depth > 0 && c is '\'' or '"' ? c : quote;
        }

        return JsonSelector.Parse(text[start.._at]);
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}
