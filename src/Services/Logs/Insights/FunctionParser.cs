namespace Orrery.Services.Logs.Insights;

/// <summary>Reads calls of functions.</summary>
internal sealed class FunctionParser(TokenReader reader, ExprParser expressions)
{
    /// <summary>Reads one.</summary>
    /// <exception cref="Core.ServiceException">MalformedQueryException.</exception>
    public Expr Read()
    {
        var name = reader.Take();
        reader.Need("(");
        if (name.Is("bin") || name.Is("datefloor") || name.Is("dateceil"))
        {
            return Rounded(name);
        }

        var arguments = Arguments(name);
        if (Aggregates.Has(name.Text))
        {
            return new(reader.Since(name.At), r => Aggregates.Of(name.Text, arguments, r.Members), true);
        }

        var function = Functions.Find(name.Text)
            ?? throw reader.Malformed(name, $"unknown function {name.Text}, or one that Orrery does not serve,");
        if (arguments.Count < function.Least || arguments.Count > function.Most)
        {
            throw reader.Malformed(name, $"wrong number of arguments for {name.Text}");
        }

        return new(
            reader.Since(name.At),
            r => function.Of([.. arguments.Select(a => a.Of(r))]),
            arguments.Any(a => a.IsAggregate));
    }

    private List<Expr> Arguments(QueryToken name)
    {
        var arguments = new List<Expr>();
        if (reader.Take("*"))
        {
            reader.Need(")");
            return name.Is("count") ? [] : throw reader.Malformed(name, $"{name.Text} needs a field");
        }

        if (!reader.Take(")"))
        {
            do
            {
                arguments.Add(expressions.Read());
            }
            while (reader.Take(","));

            reader.Need(")");
        }

        if (Aggregates.Has(name.Text) && ((arguments.Count == 0 && !name.Is("count"))
            || (name.Is("pct") ? arguments.Count != 2 : arguments.Count > 1)
            || arguments.Any(a => a.IsAggregate)))
        {
            throw reader.Malformed(name, $"wrong arguments for {name.Text}");
        }

        return arguments;
    }

    private Expr Rounded(QueryToken name)
    {
        var time = new Expr("@timestamp", r => r.Get("@timestamp"), false);
        if (!name.Is("bin"))
        {
            time = expressions.Read();
            reader.Need(",");
        }

        var token = reader.Take();
        if (token.Kind != QueryTokenKind.Period || Periods.Parse(token.Text) is not { } period)
        {
            throw reader.Malformed(token, $"invalid period {token.Text}");
        }

        reader.Need(")");
        return new(
            reader.Since(name.At),
            r => Values.NumberOf(time.Of(r)) is { } ms
                ? name.Is("dateceil") ? period.Ceiling((long)ms) : period.Floor((long)ms)
                : null,
            time.IsAggregate);
    }
}
