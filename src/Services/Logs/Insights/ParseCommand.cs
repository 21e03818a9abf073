using System.Text;
using System.Text.RegularExpressions;

namespace Orrery.Services.Logs.Insights;

/// <summary>
/// Takes parts of a field into fields of their own: by stars in a text, or by the named groups of a regular expression.
/// </summary>
internal static class ParseCommand
{
    /// <summary>Reads the command, behind its name.</summary>
    public static Func<IEnumerable<Row>, IEnumerable<Row>> Read(TokenReader reader)
    {
        var field = reader.Next.Kind is QueryTokenKind.Text or QueryTokenKind.Regex ? "@message" : reader.Field();
        var token = reader.Take();
        return token.Kind switch
        {
            QueryTokenKind.Regex => ByRegex(field, ExprParser.Regex(reader, token), Names(reader)),
            QueryTokenKind.Text => ByStars(reader, field, token),
            _ => throw reader.Malformed(token, $"unexpected symbol found {token.Text}"),
        };
    }

    private static Func<IEnumerable<Row>, IEnumerable<Row>> ByStars(TokenReader reader, string field, QueryToken token)
    {
        var parts = token.Text.Split('*');
        var names = Names(reader);
        if (names.Count != parts.Length - 1)
        {
            throw reader.Malformed(token, $"{parts.Length - 1} wildcards but {names.Count} names found");
        }

        var pattern = new StringBuilder(Regex.Escape(parts[0]));
        for (var i = 1; i < parts.Length; i++)
        {
            // The last star takes all that is left; the others as little as they can.
            pattern.Append(i == parts.Length - 1 && parts[i].Length == 0 ? "(.*)" : "(.*?)").Append(Regex.Escape(parts[i]));
        }

        var regex = new Regex(
            pattern.ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
        return rows => rows.Select(row => Take(row, field, regex, names));
    }

    private static Func<IEnumerable<Row>, IEnumerable<Row>> ByRegex(string field, Regex regex, List<string> names)
    {
        var groups = regex.GetGroupNames().Where(n => !char.IsAsciiDigit(n[0])).ToList();
        return names.Count > 0
            ? rows => rows.Select(row => Take(row, field, regex, names))
            : rows => rows.Select(row =>
            {
                if (Values.TextOf(row.Get(field)) is { } text && regex.Match(text) is { Success: true } match)
                {
                    groups.ForEach(name => row.Set(name, match.Groups[name].Success ? match.Groups[name].Value : null));
                }

                return row;
            });
    }

    private static Row Take(Row row, string field, Regex regex, List<string> names)
    {
        if (Values.TextOf(row.Get(field)) is { } text && regex.Match(text) is { Success: true } match)
        {
            for (var i = 0; i < names.Count; i++)
            {
                row.Set(names[i], match.Groups[i + 1].Success ? match.Groups[i + 1].Value : null);
            }
        }

        return row;
    }

    private static List<string> Names(TokenReader reader)
    {
        var names = new List<string>();
        if (reader.TakeWord("as"))
        {
            do
            {
                names.Add(reader.Field());
            }
            while (reader.Take(","));
        }

        return names;
    }
}
