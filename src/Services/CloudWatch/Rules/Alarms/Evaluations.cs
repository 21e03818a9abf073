using System.Collections.Immutable;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Takes note of what an evaluation saw, as far as its reason tells it.</summary>
internal static class Evaluations
{
    /// <summary>How many points a reason names.</summary>
    public const int MostNamed = 5;

    // A reason has 4,000 characters at most: the newest points tell enough.
    private const int MostPoints = 30;

    /// <summary>What an evaluation saw that gives an alarm another state.</summary>
    /// <param name="watch">What the alarm watches.</param>
    /// <param name="look">The evaluation.</param>
    /// <param name="from">The state before.</param>
    /// <param name="at">When.</param>
    public static EvaluationRecord Of(AlarmWatchRecord watch, AlarmLook look, StateValue from, DateTimeOffset at)
    {
        var terms = new AlarmTerms(watch);
        var wanted = AlarmLook.StateAfter(look.Verdict, from) == StateValue.Alarm
            ? PointState.Breaching : PointState.Fine;
        var points = ImmutableArray.CreateBuilder<PointRecord>(Math.Min(terms.Periods, MostPoints));
        var (counted, crossing, start) = (0, 0, (long?)null);
        List<PointRecord>? named = null;
        for (var place = look.Points.Count - 1; place >= 0 && counted < terms.Periods; place--)
        {
            var point = look.Points[place];
            if (terms.StateOf(point) is var state && state == PointState.Missing) continue;
            (counted, start) = (counted + 1, point.Second);
            if (points.Count < MostPoints) points.Add(Record(point));
            if (state != wanted) continue;
            if (crossing++ < MostNamed && (named is not null || crossing != counted))
                (named ??= [.. points.Take(crossing - 1)]).Add(Record(point));
        }

        return new()
        {
            At = at,
            From = from,
            Statistic = terms.Statistic,
            Unit = watch.Unit,
            Period = terms.Period,
            Periods = terms.Periods,
            Needed = terms.Needed,
            Missing = terms.Missing,
            Comparison = watch.ComparisonOperator,
            Threshold = watch.Threshold,
            IsBand = watch.ThresholdMetricId is null ? null : true,
            Counted = counted,
            Crossing = crossing,
            Start = start,
            Points = points.DrainToImmutable(),
            Named = named is null ? null : [.. named],
            Looked = look.Looked == counted ? null : Looked(look, terms),
        };
    }

    private static ImmutableArray<PointRecord> Looked(AlarmLook look, AlarmTerms terms)
    {
        var looked = ImmutableArray.CreateBuilder<PointRecord>(Math.Min(look.Looked, MostPoints));
        for (var place = look.Points.Count - 1; looked.Count < looked.Capacity; place--)
        {
            var point = look.Points[place];
            looked.Add(terms.StateOf(point) == PointState.Missing ? new(point.Second) : Record(point));
        }

        return looked.MoveToImmutable();
    }

    private static PointRecord Record(WatchPoint point) => new(
        point.Second, Known(point.Value), Known(point.Samples), Known(point.Lower), Known(point.Upper));

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
