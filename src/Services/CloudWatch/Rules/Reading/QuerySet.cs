using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Rules.Expressions;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Search;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>Queries that name one another, each worked out once.</summary>
internal sealed class QuerySet(
    ReadCall call, IReadOnlyList<MetricQuery> queries, (DateTimeOffset From, DateTimeOffset To) range, bool isPast)
    : IMathContext
{
    /// <summary>As many series as a search finds (User Guide, "CloudWatch search expression syntax").</summary>
    private const int MostFound = 500;
    private const int UsualPeriod = 300;
    private readonly Dictionary<string, MathValue> _values = new(StringComparer.Ordinal);
    private MetricQuery? _current;

    /// <inheritdoc/>
    public PeriodGrid Grid => GridOf(PeriodOf(_current));

    /// <summary>The series that answer a query.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: it gives a number, or cannot be worked out.</exception>
    public IReadOnlyList<Series> SeriesOf(MetricQuery query) => ValueOf(query) switch
    {
        MathValue.One one => [one.Series],
        MathValue.Many many => many.Series,
        _ => throw MathErrors.Type($"'{query.Id}'", "gives a number; the result must be time series"),
    };

    /// <inheritdoc/>
    public MathValue? Find(string id) =>
        queries.FirstOrDefault(query => query.Id == id) is { } query ? ValueOf(query) : null;

    /// <inheritdoc/>
    public IReadOnlyList<Series> Metrics() =>
        [.. queries.Where(query => query.Stat is not null).SelectMany(SeriesOf)];

    /// <inheritdoc/>
    public IReadOnlyList<Series> Search(string query, string statistic, int? period)
    {
        var search = SearchParser.Parse(query);
        QueryRules.Statistic(statistic);
        var seconds = period ?? PeriodOf(_current);
        QueryRules.CheckPeriod(seconds);
        return
        [
            .. MetricRoster.All(call, search.Namespace)
                .Where(metric => SearchRules.Finds(search, metric))
                .Take(MostFound)
                .Select(metric => MetricReader.SeriesOf(
                    call, new(metric, statistic, seconds), GridOf(seconds)) with
                {
                    Id = _current?.Id ?? "",
                    Label = string.Join(' ', [.. metric.Dimensions.Select(dimension => dimension.Value), metric.Name]),
                }),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Series> Band(Series series, double deviations)
    {
        if (call.FindPort<IAnomalyBands>() is not { } bands) throw MathErrors.NotServed("ANOMALY_DETECTION_BAND");
        if (series.Metric is not { } metric || series.Statistic is not { } statistic)
            throw MathErrors.Type("ANOMALY_DETECTION_BAND", "takes the statistic of a metric");
        var query = new StatQuery(metric, statistic, series.Grid.Period, series.Unit);
        if (bands.Find(call, query, deviations, range.From, range.To) is not { } band) return [];
        return
        [
            With(series, band.Lower, $"{metric.Name} (lower bound)"),
            With(series, band.Upper, $"{metric.Name} (upper bound)"),
        ];
    }

    private static Series With(Series series, IReadOnlyList<PeriodValue> bounds, string label) =>
        series.Of(bounds.Select(bound => (bound.At.ToUnixTimeSeconds(), bound.Value))) with { Label = label };

    private PeriodGrid GridOf(int period) => PeriodGrid.Of(range.From, range.To, period) with { IsPast = isPast };

    private MathValue ValueOf(MetricQuery query)
    {
        if (_values.TryGetValue(query.Id, out var known)) return known;
        var before = _current;
        _current = query;
        var value = query.Stat is { } stat
            ? new MathValue.One(MetricReader.SeriesOf(call, stat, GridOf(stat.Period)))
            : new MathEvaluator(this).Evaluate(MathParser.Parse(query.Expression!));
        _current = before;
        return _values[query.Id] = Named(value, query);
    }

    private static MathValue Named(MathValue value, MetricQuery query) => value switch
    {
        MathValue.One one => new MathValue.One(one.Series with { Id = query.Id, Label = one.Series.Label }),
        MathValue.Many many => new MathValue.Many([.. many.Series.Select(series => series with { Id = query.Id })]),
        _ => value,
    };

    private int PeriodOf(MetricQuery? query) =>
        query?.Period ?? queries.FirstOrDefault(each => each.Stat is not null)?.Stat!.Period ?? UsualPeriod;
}
