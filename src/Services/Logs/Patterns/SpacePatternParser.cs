namespace Orrery.Services.Logs.Patterns;

/// <summary>Reads fields in brackets.</summary>
internal static class SpacePatternParser
{
    private const string Ends = ",]&|()";

    /// <summary>Reads them.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static FilterPattern Parse(string text)
    {
        var reader = new PatternReader(text);
        reader.Need("[");
        var fields = new List<SpaceField>();
        do
        {
            fields.Add(Field(reader));
        }
        while (reader.Take(","));

        reader.Need("]");
        if (!reader.IsAtEnd)
        {
            throw FilterPattern.Invalid("something follows the closing bracket");
        }

        if (fields.Count(f => f == SpaceField.Rest) > 1)
        {
            throw FilterPattern.Invalid("three dots can stand only once");
        }

        var names = fields.Where(f => f != SpaceField.Rest && f.Name.Length > 0).Select(f => f.Name).ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? new SpacePattern(fields, reader.Regexes > 0)
            : throw FilterPattern.Invalid("two fields have the same name");
    }

    private static SpaceField Field(PatternReader reader)
    {
        if (reader.Take("..."))
        {
            return SpaceField.Rest;
        }

        if (reader.Take("\u2026"))
        {
            return SpaceField.Rest;
        }

        var name = "";
        var test = Either(reader, ref name);
        return new(name, test);
    }

    private static Func<string, bool>? Either(PatternReader reader, ref string name)
    {
        var test = Both(reader, ref name);
        while (reader.Take("||"))
        {
            var (one, other) = (test, Both(reader, ref name));
            test = value => one?.Invoke(value) != false || other?.Invoke(value) != false;
        }

        return test;
    }

    private static Func<string, bool>? Both(PatternReader reader, ref string name)
    {
        var test = One(reader, ref name);
        while (reader.Take("&&"))
        {
            var (one, other) = (test, One(reader, ref name));
            test = value => one?.Invoke(value) != false && other?.Invoke(value) != false;
        }

        return test;
    }

    private static Func<string, bool>? One(PatternReader reader, ref string name)
    {
        if (reader.Take("("))
        {
            var inner = Either(reader, ref name);
            reader.Need(")");
            return inner;
        }

        var word = reader.Word(Ends + "=!<>");
        if (word.Any(c => !char.IsLetterOrDigit(c) && c is not ('_' or '-')))
        {
            throw FilterPattern.Invalid($"{word} is not a name of a field");
        }

        if (name.Length > 0 && word != name)
        {
            throw FilterPattern.Invalid($"{word} stands in the field {name}");
        }

        name = word;
        if (reader.IsBefore(Ends))
        {
            return null;
        }

        var comparison = reader.Compare(Ends);
        return value => comparison.Holds(value, Comparison.NumberOf(value));
    }
}
