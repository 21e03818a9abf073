using System.Text.RegularExpressions;
using Orrery.Core;
using Orrery.Services.CloudWatch.Rules.Expressions;
using Orrery.Services.CloudWatch.Rules.Statistics;
using Node = Orrery.Services.CloudWatch.Rules.Expressions.MathNode;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>
/// What queries may be. Source: botocore documentation of MetricDataQuery and MetricStat; wordings guessed.
/// </summary>
internal static partial class QueryRules
{
    private static readonly HashSet<string> Keywords =
    [
        "REPEAT", "LINEAR", "ASC", "DESC", "AVG", "MIN", "MAX", "SUM", "STDDEV", "DATAPOINT_COUNT", "LAST",
    ];

    /// <summary>Refuses queries that could not be answered.</summary>
    /// <exception cref="ServiceException">ValidationError: which, and why.</exception>
    public static void Check(IReadOnlyList<MetricQuery> queries)
    {
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var query in queries)
        {
            if (!IdForm().IsMatch(query.Id))
                throw Errors.Validation($"The value {query.Id} for the parameter Id is invalid.");
            if ((query.Stat is null) == (query.Expression is null))
            {
                throw Errors.Validation(
                    $"The query {query.Id} must have exactly one of the parameters MetricStat and Expression.");
            }

            if (!names.TryAdd(query.Id, NamesIn(query)))
                throw Errors.Validation($"The id {query.Id} is used by more than one query.");
            if (query.Stat is { } stat) Check(stat);
            if (query.Period is { } period) CheckPeriod(period);
        }

        foreach (var query in queries)
            CheckNames(query.Id, names, []);
    }

    /// <summary>The statistic of a name.</summary>
    /// <exception cref="ServiceException">ValidationError: there is none.</exception>
    public static StatisticName Statistic(string name) =>
        StatisticName.Parse(name)
            ?? throw Errors.Validation($"The value {name} for the parameter Stat is not supported.");

    /// <summary>Refuses a period that metrics do not have.</summary>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static void CheckPeriod(int period)
    {
        if (!IsPeriod(period))
        {
            throw Errors.Validation(
                $"The value {period} for the parameter Period is invalid: it must be 1, 5, 10, 20, 30 or a multiple"
                + " of 60.");
        }
    }

    /// <summary>Whether metrics have a period.</summary>
    public static bool IsPeriod(int period) => period is 1 or 5 or 10 or 20 or 30 || (period > 0 && period % 60 == 0);

    private static void Check(StatQuery stat)
    {
        Statistic(stat.Statistic);
        CheckPeriod(stat.Period);
    }

    private static void CheckNames(
        string id, Dictionary<string, IReadOnlyList<string>> names, HashSet<string> above)
    {
        if (!above.Add(id)) throw Errors.Validation($"The expressions form a circle at the id {id}.");
        foreach (var name in names[id])
        {
            if (!names.ContainsKey(name)) throw MathErrors.UnknownId(name);
            CheckNames(name, names, above);
        }

        above.Remove(id);
    }

    private static IReadOnlyList<string> NamesIn(MetricQuery query) =>
        query.Expression is { } text ? [.. NamesIn(MathParser.Parse(text)).Distinct()] : [];

    private static IEnumerable<string> NamesIn(Node node) => node switch
    {
        Node.Name name => [name.Value],
        Node.Negative negative => NamesIn(negative.Of),
        Node.Binary binary => NamesIn(binary.Left).Concat(NamesIn(binary.Right)),
        Node.Many many => many.Items.SelectMany(NamesIn),
        Node.Apply { Function: "FILL" or "SORT", Arguments.Count: > 0 } call => NamesIn(call.Arguments[0])
            .Concat(call.Arguments.Skip(1).SelectMany(NamesIn)
                .Where(name => !Keywords.Contains(name.ToUpperInvariant()))),
        Node.Apply call => call.Arguments.SelectMany(NamesIn),
        _ => [],
    };

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]*$")]
    private static partial Regex IdForm();
}
