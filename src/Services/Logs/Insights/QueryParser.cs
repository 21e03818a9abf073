using System.Globalization;
using Orrery.Core;

namespace Orrery.Services.Logs.Insights;

/// <summary>
/// Reads a query of the Logs Insights language: commands with bars between. Source: CloudWatch Logs User Guide,
/// "CloudWatch Logs Insights language query syntax".
/// </summary>
internal sealed class QueryParser
{
    private static readonly string[] Unserved =
    [
        "pattern", "diff", "anomaly", "unnest", "lookup", "join", "source", "filterIndex", "unmask", "head", "tail",
        "logreduce", "addtotals", "fillnull", "rename", "eval",
    ];

    private readonly TokenReader _reader;
    private readonly List<Func<IEnumerable<Row>, IEnumerable<Row>>> _steps = [];
    private List<string>? _fields;
    private bool _isDisplayed;
    private bool _isAggregate;
    private int? _filters;

    private QueryParser(string text) => _reader = new(text);

    /// <summary>Reads a query.</summary>
    /// <exception cref="ServiceException">
    /// MalformedQueryException; InvalidParameterException: a command that is not served.
    /// </exception>
    public static Query Parse(string text)
    {
        var parser = new QueryParser(text);
        do
        {
            parser.Command();
        }
        while (parser._reader.Take("|"));

        return parser._reader.Next.Kind == QueryTokenKind.End
            ? new(parser._steps, parser._fields, parser._isAggregate, parser._filters ?? parser._steps.Count)
            : throw parser._reader.Unexpected();
    }

    private void Command()
    {
        var name = _reader.Take();
        switch (name.Kind == QueryTokenKind.Word ? name.Text.ToLowerInvariant() : "")
        {
            case "fields":
                Fields(false);
                break;
            case "display":
                Fields(true);
                break;
            case "filter":
                var test = new ExprParser(_reader).Read();
                _steps.Add(rows => rows.Where(r => Values.IsTrue(test.Of(r))));
                break;
            case "parse":
                _steps.Add(ParseCommand.Read(_reader));
                break;
            case "stats":
                var (step, columns) = StatsCommand.Read(_reader);
                (_fields, _isAggregate, _isDisplayed) = (columns, true, false);
                _filters ??= _steps.Count;
                _steps.Add(step);
                break;
            case "sort":
                Sort();
                break;
            case "limit":
                Limit();
                break;
            case "dedup":
                Dedup();
                break;
            default:
                throw Array.Find(Unserved, name.Is) is { } unserved
                    ? Errors.NotServed($"the command {unserved} of Logs Insights")
                    : _reader.Malformed(name, $"unexpected symbol found {name.Text}");
        }
    }

    private void Fields(bool isDisplay)
    {
        var made = new List<Expr>();
        var expressions = new ExprParser(_reader);
        do
        {
            made.Add(expressions.Named());
        }
        while (_reader.Take(","));

        var computed = made.Where(e => !e.IsField || e.Name != e.Text).ToList();
        if (computed.Count > 0)
        {
            _steps.Add(rows => rows.Select(row =>
            {
                computed.ForEach(e => row.Set(e.Name, e.Of(row)));
                return row;
            }));
        }

        var names = made.Select(e => e.Name);
        if (isDisplay)
        {
            (_fields, _isDisplayed) = ([.. names], true);
        }
        else if (!_isDisplayed)
        {
            _fields = [.. (_fields ?? []).Concat(names).Distinct(StringComparer.Ordinal)];
        }
    }

    private void Sort()
    {
        var keys = new List<(Expr Key, bool Down)>();
        var expressions = new ExprParser(_reader);
        do
        {
            var key = expressions.Read();
            var down = _reader.TakeWord("desc");
            keys.Add((key, down));
            _ = down || _reader.TakeWord("asc");
        }
        while (_reader.Take(","));

        var comparer = Comparer<object?>.Create(Values.Compare);
        _steps.Add(rows =>
        {
            // After stats, a column may bear the name of the expression that made it: count(*), bin(5m).
            var sorted = rows.Order(Comparer<Row>.Create((_, _) => 0));
            foreach (var (key, down) in keys)
            {
                sorted = down
                    ? sorted.ThenByDescending(r => r.Get(key.Text) ?? key.Of(r), comparer)
                    : sorted.ThenBy(r => r.Get(key.Text) ?? key.Of(r), comparer);
            }

            return sorted;
        });
    }

    private void Limit()
    {
        var token = _reader.Take();
        if (token.Kind != QueryTokenKind.Number
            || !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is 0 or > 10_000)
        {
            throw _reader.Malformed(token, "limit has to be a number from 1 to 10000, found");
        }

        _filters ??= _steps.Count;
        _steps.Add(rows => rows.Take(count));
    }

    private void Dedup()
    {
        var names = new List<string>();
        do
        {
            names.Add(_reader.Field());
        }
        while (_reader.Take(","));

        _filters ??= _steps.Count;

        // A row without one of the fields is kept (User Guide, "dedup": null values are not duplicates).
        _steps.Add(rows =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return rows.Where(r => names.Any(n => r.Get(n) is null)
                || seen.Add(string.Join('\u001f', names.Select(n => Values.TextOf(r.Get(n))))));
        });
    }
}
