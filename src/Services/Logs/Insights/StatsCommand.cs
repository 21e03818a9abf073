namespace Orrery.Services.Logs.Insights;

/// <summary>Works out aggregates, for all rows or for each group of them.</summary>
internal static class StatsCommand
{
    /// <summary>Reads the command, behind its name; tells its columns.</summary>
    public static (Func<IEnumerable<Row>, IEnumerable<Row>> Step, List<string> Columns) Read(TokenReader reader)
    {
        var (values, keys) = (new List<Expr>(), new List<Expr>());
        var expressions = new ExprParser(reader);
        do
        {
            var start = reader.Next;
            var value = expressions.Named();
            values.Add(value.IsAggregate ? value : throw reader.Malformed(start, $"{value.Text} is no aggregate"));
        }
        while (reader.Take(","));

        if (reader.TakeWord("by"))
        {
            do
            {
                keys.Add(expressions.Named());
            }
            while (reader.Take(","));
        }

        return (rows => Run(rows, values, keys), [.. keys.Concat(values).Select(e => e.Name)]);
    }

    private static IEnumerable<Row> Run(IEnumerable<Row> rows, List<Expr> values, List<Expr> keys)
    {
        var groups = rows.GroupBy(
            r => string.Join('\u001f', keys.Select(k => Values.TextOf(k.Of(r)) ?? "\u001e")), StringComparer.Ordinal);
        var any = false;
        foreach (var group in groups)
        {
            any = true;
            yield return Made([.. group], values, keys);
        }

        if (!any && keys.Count == 0)
        {
            yield return Made([], values, keys);
        }
    }

    private static Row Made(IReadOnlyList<Row> members, List<Expr> values, List<Expr> keys)
    {
        var (source, made) = (new Row { Members = members }, new Row());
        foreach (var key in keys)
        {
            made.Set(key.Name, key.Of(members[0]));
        }

        foreach (var value in values)
        {
            made.Set(value.Name, value.Of(source));
        }

        return made;
    }
}
