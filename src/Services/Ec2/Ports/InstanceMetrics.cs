using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Services.Ec2.Rules.Loads;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// The metrics of <c>AWS/EC2</c>: each sample is worked out of loads, types and lives when it is asked for. Five
/// minutes a sample, one with detailed monitoring; none while an instance is stopped. Source: EC2 User Guide,
/// "CloudWatch metrics that are available for your instances" and "Statistics for metrics for your instances"
/// (aggregates are of those with detailed monitoring). That a sample of five minutes is one value is guessed.
/// </summary>
internal sealed class InstanceMetrics : IMetricSource
{
    private const string Namespace = "AWS/EC2";
    private const int Basic = 5;
    private static readonly TimeSpan Listed = TimeSpan.FromDays(14);

    /// <inheritdoc/>
    public IReadOnlyList<string> Namespaces { get; } = [Namespace];

    /// <inheritdoc/>
    public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace)
    {
        var groups = new HashSet<MetricDimension>();
        var scalingGroups = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        foreach (var life in call.Read(LoadTables.Lives).All())
        {
            if (!IsSince(life, call.Now - Listed)) continue;
            foreach (var metric in InstanceMetricCatalog.All)
            {
                if (Has(life, metric)) yield return Describe(life, metric);
            }

            if (ScalingGroupMetrics.GroupOf(life) is { } scaling && scalingGroups.Add(scaling))
            {
                foreach (var metric in InstanceMetricCatalog.All.Where(metric => metric.Aggregated))
                {
                    yield return new(
                        new(Namespace, metric.Name, [new(ScalingGroupMetrics.Dimension, scaling)]), metric.Unit,
                        Step(StepOf(life, metric)));
                }
            }

            if (!life.Spans.Any(span => span.Detailed)) continue;
            any = true;
            groups.Add(new("ImageId", life.ImageId));
            foreach (var span in life.Spans) groups.Add(new("InstanceType", span.Type));
        }

        if (!any) yield break;
        foreach (var metric in InstanceMetricCatalog.All.Where(metric => metric.Aggregated))
        {
            yield return new(new(Namespace, metric.Name, []), metric.Unit, Step(1));
            foreach (var group in groups) yield return new(new(Namespace, metric.Name, [group]), metric.Unit, Step(1));
        }
    }

    /// <inheritdoc/>
    public MetricDescription? Find(ReadCall call, MetricId metric)
    {
        if (metric.Namespace != Namespace || InstanceMetricCatalog.Find(metric.Name) is not { } found) return null;
        if (Single(call, metric) is { } life) return Has(life, found) ? Describe(life, found) : null;
        if (ScalingGroupMetrics.NameOf(metric) is { } name)
        {
            return found.Aggregated && StepOf(call, name, found) is { } step
                ? new(metric, found.Unit, Step(step)) : null;
        }

        return found.Aggregated && Group(call, metric).Any() ? new(metric, found.Unit, Step(1)) : null;
    }

    /// <inheritdoc/>
    public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
    {
        if (metric.Namespace != Namespace || InstanceMetricCatalog.Find(metric.Name) is not { } found) return [];
        if (found.Checks.Count > 0)
        {
            return Single(call, metric) is { } checkedLife && Has(checkedLife, found)
                ? ReadChecks(call, checkedLife, found, (CeilingOf(from), CeilingOf(to))) : [];
        }

        var runs = new Runs(call);
        if (Single(call, metric) is { } life) return Has(life, found) ? ReadOne(runs, life, found, from, to) : [];
        if (ScalingGroupMetrics.NameOf(metric) is { } name && found.Aggregated)
        {
            var (first, last) = (CeilingOf(from), CeilingOf(to));
            var alike = runs.Alike(
                ScalingGroupMetrics.Lives(call, name, first).Where(one => !one.IsOverBy(first)), first, last);
            var each = alike.Select(kind => kind.Kind is { Detailed: true }
                ? ReadAlike(runs, (kind.One, kind.Count), found, (first, last))
                : ScalingGroupMetrics.Times(ReadOne(runs, kind.One, found, from, to), kind.Count));
            return alike.Count == 1 ? each.First() : ScalingGroupMetrics.Merge(each);
        }

        return found.Aggregated ? ReadGroup(runs, [.. Group(call, metric)], found, (from, to)) : [];
    }

    private static IEnumerable<MetricSample> ReadChecks(
        ReadCall call, InstanceLifeRecord life, InstanceMetric metric, (long From, long To) minutes)
    {
        var health = call.Read(HealthTables.Health).Find(life.Id);
        var next = minutes.From;
        foreach (var span in life.Spans)
        {
            next = Math.Max(next, Runs.From(span));
            for (var stop = Math.Min(Runs.To(span) ?? minutes.To, minutes.To); next < stop; next++)
            {
                if (StatusChecks.Sample(health, metric.Checks, Minutes.Begin(next + 1)) is { } value)
                    yield return MetricSample.Of(Minutes.Begin(next), value);
            }
        }
    }

    // So many that do the same all the time, with detailed monitoring: a minute is a sample. It is what alarms look
    // ahead along.
    private static IEnumerable<MetricSample> ReadAlike(
        Runs runs, (InstanceLifeRecord One, int Count) all, InstanceMetric metric, (long First, long Last) minutes)
    {
        foreach (var minute in runs.ReadPlain(all.One, minutes.First, minutes.Last))
        {
            var value = metric.Of(minute);
            yield return new(Minutes.Begin(minute.At), value * all.Count, value, value, all.Count);
        }
    }

    private static IEnumerable<MetricSample> ReadOne(
        Runs runs, InstanceLifeRecord life, InstanceMetric metric, DateTimeOffset from, DateTimeOffset to)
    {
        var (begin, value, count) = (long.MinValue, 0.0, 0);
        var (first, last) = (CeilingOf(from), CeilingOf(to));
        var widest = StepOf(life, metric);
        foreach (var minute in runs.Read(life, Up(first, widest), Up(last, widest)))
        {
            var step = metric.Step ?? (widest == 1 && !DetailedAt(life, minute.At) ? Basic : widest);
            var start = minute.At - (minute.At % step);
            if (start != begin)
            {
                if (count > 0) yield return Sample();
                (begin, value, count) = (start, 0, 0);
            }

            value = metric.Merge == MetricMerge.Last ? metric.Of(minute) : value + metric.Of(minute);
            count++;
        }

        if (count > 0) yield return Sample();

        MetricSample Sample() =>
            MetricSample.Of(Minutes.Begin(begin), metric.Merge == MetricMerge.Mean ? value / count : value);
    }

    private static IEnumerable<MetricSample> ReadGroup(
        Runs runs, IReadOnlyList<InstanceLifeRecord> lives, InstanceMetric metric,
        (DateTimeOffset From, DateTimeOffset To) time)
    {
        var (first, last) = (CeilingOf(time.From), CeilingOf(time.To));
        var each = lives.Select(life => runs.Read(life, first, last).Where(minute => DetailedAt(life, minute.At)));
        foreach (var minutes in Lockstep.Read(each))
        {
            var (sum, least, most) = (0.0, double.MaxValue, double.MinValue);
            foreach (var minute in minutes)
            {
                var value = metric.Of(minute);
                (sum, least, most) = (sum + value, Math.Min(least, value), Math.Max(most, value));
            }

            yield return new(Minutes.Begin(minutes[0].At), sum, least, most, minutes.Count);
        }
    }

    private static InstanceLifeRecord? Single(ReadCall call, MetricId metric) =>
        metric.Dimensions is [{ Name: "InstanceId" } instance]
            ? call.Read(LoadTables.Lives).Find(new(instance.Value)) : null;

    private static IEnumerable<InstanceLifeRecord> Group(ReadCall call, MetricId metric)
    {
        var detailed = call.Read(LoadTables.Lives).All().Where(life => life.Spans.Any(span => span.Detailed));
        return metric.Dimensions switch
        {
            [] => detailed,
            [{ Name: "ImageId", Value: var image }] => detailed.Where(life => life.ImageId == image),
            [{ Name: "InstanceType", Value: var type }] =>
                detailed.Where(life => life.Spans.Any(span => span.Type == type)),
            _ => [],
        };
    }

    private static MetricDescription Describe(InstanceLifeRecord life, InstanceMetric metric) => new(
        new(Namespace, metric.Name, [new("InstanceId", life.Id.Value)]), metric.Unit, Step(StepOf(life, metric)));

    private static bool Has(InstanceLifeRecord life, InstanceMetric metric)
    {
        if (life.Spans.IsEmpty) return false;
        var type = InstanceTypeCatalog.Get(life.Spans[^1].Type);
        return (!metric.OfCredits || Capacities.Of(type.Name, null).Credits is not null)
            && (!metric.OfNitro || type.Row.Text("hypervisor") == "nitro" || type.Row.Flag("bare_metal"));
    }

    private static bool IsSince(InstanceLifeRecord life, DateTimeOffset since) =>
        life.Spans is [.., var last] && (last.To is null || last.To > since);

    private static int StepOf(InstanceLifeRecord life, InstanceMetric metric) =>
        metric.Step ?? (life.Spans is [.., { Detailed: true }] ? 1 : Basic);

    // As often as any does that runs; where none runs, as any did.
    private static int? StepOf(ReadCall call, string group, InstanceMetric metric)
    {
        int? least = null;
        foreach (var life in ScalingGroupMetrics.Lives(call, group, Minutes.Of(call.Now)))
        {
            var step = StepOf(life, metric);
            if (step == 1) return step;
            least = Math.Min(least ?? step, step);
        }

        return least ?? ScalingGroupMetrics.Lives(call, group, 0).Min(life => (int?)StepOf(life, metric));
    }

    private static bool DetailedAt(InstanceLifeRecord life, long minute)
    {
        foreach (var span in life.Spans)
        {
            if (span.Detailed && Runs.From(span) <= minute && !(Runs.To(span) <= minute)) return true;
        }

        return false;
    }

    private static TimeSpan Step(int minutes) => TimeSpan.FromMinutes(minutes);

    private static long CeilingOf(DateTimeOffset instant) => Minutes.Of(instant.AddSeconds(59));

    private static long Up(long minute, int step) => (minute + step - 1) / step * step;
}
