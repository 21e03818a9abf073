using System.Globalization;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Services.CloudWatch.Rules.Statistics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>Statistics of one metric, each unit by itself. Limits: botocore documentation of the operation.</summary>
public sealed class GetMetricStatistics : IReadOperation<GetMetricStatisticsRequest, GetMetricStatisticsResult>
{
    private const int MostDatapoints = 1440;

    /// <inheritdoc/>
    public GetMetricStatisticsResult Run(GetMetricStatisticsRequest request, ReadCall call)
    {
        var simple = request.Statistics ?? [];
        var extended = Extended(request);
        Check(request);
        var period = request.Period!.Value;
        var metric = new MetricId(
            request.Namespace!, request.MetricName!, DatumRules.Dimensions(request.Dimensions, "Request"));
        var begin = TimeRange.Begin(request.StartTime!.Value, period, call.Now);
        var grid = PeriodGrid.Of(begin, request.EndTime!.Value, period) with { IsPast = true };
        var units = request.Unit is { } unit ? [unit.ToWire()] : UnitsOf(call, metric);
        var points = units
            .SelectMany(each => PointReader.Read(call, metric, each, grid, extended.Count > 0)
                .Select(bucket => Point(bucket, each, simple, extended)))
            .OrderBy(point => point.Timestamp);
        return new() { Label = request.MetricName, Datapoints = [.. points] };
    }

    private static void Check(GetMetricStatisticsRequest request)
    {
        var (start, end, period) = (request.StartTime!.Value, request.EndTime!.Value, request.Period!.Value);
        if (start >= end)
            throw Errors.InvalidCombination("The parameter StartTime must be less than the parameter EndTime.");
        if (!QueryRules.IsPeriod(period))
            throw Errors.InvalidValue("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        var count = (long)Math.Ceiling((end - start).TotalSeconds / period);
        if (count > MostDatapoints)
        {
            var (asked, most) = (Grouped(count), Grouped(MostDatapoints));
            throw Errors.InvalidCombination(
                $"You have requested up to {asked} datapoints, which exceeds the limit of {most}. You may reduce the"
                + " datapoints requested by increasing Period, or decreasing the time range.");
        }
    }

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static Dictionary<string, StatisticName> Extended(GetMetricStatisticsRequest request)
    {
        if (request.Statistics is null or [] && request.ExtendedStatistics is null or [])
            throw Errors.Missing("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        if (request.Statistics is { Count: > 0 } && request.ExtendedStatistics is { Count: > 0 })
            throw Errors.InvalidCombination("The parameters Statistics and ExtendedStatistics are mutually exclusive.");
        var extended = new Dictionary<string, StatisticName>(StringComparer.Ordinal);
        foreach (var name in request.ExtendedStatistics ?? [])
        {
            extended[name] = StatisticName.Parse(name) is { NeedsValues: true } statistic
                ? statistic
                : throw Errors.InvalidValue($"The value {name} for parameter ExtendedStatistics is not supported.");
        }

        return extended;
    }

    private static List<string> UnitsOf(ReadCall call, MetricId metric)
    {
        var put = MetricRoster.Find(call, metric)?.Streams.Select(stream => stream.Unit) ?? [];
        var told = MetricRoster.SourcesOf(call, metric.Namespace).Select(source => source.Find(call, metric)?.Unit);
        return [.. put.Concat(told.OfType<string>()).Distinct(StringComparer.Ordinal)];
    }

    private static Datapoint Point(
        Bucket bucket, string unit, IReadOnlyList<Statistic> simple, Dictionary<string, StatisticName> extended)
    {
        double? If(Statistic statistic, double value) => simple.Contains(statistic) ? value : null;
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, statistic) in extended)
        {
            if (StatisticRules.Of(bucket, statistic) is { } value) values[name] = value;
        }

        return new()
        {
            Timestamp = DateTimeOffset.FromUnixTimeSeconds(bucket.Second),
            SampleCount = If(Statistic.SampleCount, bucket.Count),
            Average = If(Statistic.Average, bucket.Sum / bucket.Count),
            Sum = If(Statistic.Sum, bucket.Sum),
            Minimum = If(Statistic.Minimum, bucket.Minimum),
            Maximum = If(Statistic.Maximum, bucket.Maximum),
            Unit = StandardUnitWire.Parse(unit),
            ExtendedStatistics = extended.Count > 0 ? values : null,
        };
    }
}
