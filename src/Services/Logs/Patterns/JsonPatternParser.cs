using System.Text.Json;

namespace Orrery.Services.Logs.Patterns;

/// <summary>Reads a condition in braces: parentheses bind first, then <c>&amp;&amp;</c>, then <c>||</c>.</summary>
internal static class JsonPatternParser
{
    private const string Ends = ")}&|";
    private const int Deepest = 64;

    /// <summary>Reads it.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static FilterPattern Parse(string text)
    {
        var reader = new PatternReader(text);
        reader.Need("{");
        var test = Either(reader, 0);
        reader.Need("}");
        return reader.IsAtEnd
            ? new JsonPattern(test, reader.Regexes > 0)
            : throw FilterPattern.Invalid("something follows the closing brace");
    }

    private static JsonTest Either(PatternReader reader, int depth)
    {
        var test = Both(reader, depth);
        while (reader.Take("||"))
        {
            test = test.Or(Both(reader, depth));
        }

        return test;
    }

    private static JsonTest Both(PatternReader reader, int depth)
    {
        var test = One(reader, depth);
        while (reader.Take("&&"))
        {
            test = test.And(One(reader, depth));
        }

        return test;
    }

    private static JsonTest One(PatternReader reader, int depth)
    {
        if (reader.Take("("))
        {
            if (depth == Deepest)
            {
                throw FilterPattern.Invalid("its parentheses are too deep");
            }

            var inner = Either(reader, depth + 1);
            reader.Need(")");
            return inner;
        }

        var selector = reader.Selector();
        if (reader.Take("IS "))
        {
            return reader.Word(Ends).ToUpperInvariant() switch
            {
                "NULL" => JsonTest.Is(selector, JsonValueKind.Null),
                "TRUE" => JsonTest.Is(selector, JsonValueKind.True),
                "FALSE" => JsonTest.Is(selector, JsonValueKind.False),
                var other => throw FilterPattern.Invalid($"IS {other} is not known"),
            };
        }

        if (reader.Take("NOT "))
        {
            reader.Need("EXISTS");
            return JsonTest.NotExists(selector);
        }

        return reader.Take("EXISTS") ? JsonTest.Exists(selector) : JsonTest.Compare(selector, reader.Compare(Ends));
    }
}
