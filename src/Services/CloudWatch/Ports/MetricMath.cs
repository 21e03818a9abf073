using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>Queries of other services, worked out like those of GetMetricData.</summary>
internal sealed class MetricMath : IMetricMath
{
    private const int UsualPeriod = 300;

    /// <inheritdoc/>
    public void Check(IReadOnlyList<AlarmQuery> queries) => MetricReader.Check([.. queries.Select(Of)]);

    /// <inheritdoc/>
    public IReadOnlyList<MetricPoint> Read(
        ReadCall call, IReadOnlyList<AlarmQuery> queries, DateTimeOffset from, DateTimeOffset to)
    {
        var results = MetricReader.Read(call, [.. queries.Select(Of)], from, to);
        return results.Count switch
        {
            0 => [],
            1 => [.. results[0].Points.Select(point => new MetricPoint(point.At, point.Value))],
            _ => throw Errors.Validation("The metric data queries give more than one time series."),
        };
    }

    private static MetricQuery Of(AlarmQuery query) => new(query.Id)
    {
        Stat = query.Metric is { } metric
            ? new(metric, query.Stat ?? "Average", query.Period ?? UsualPeriod, query.Unit) : null,
        Expression = query.Expression,
        Period = query.Expression is null ? null : query.Period,
        Label = query.Label,
        ReturnData = query.ReturnData ?? true,
    };
}
