using Orrery.Contracts.Metrics;
using Orrery.Engines.Load.Serving;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;

namespace Orrery.Services.Ec2.Ports;

/// <summary>The metrics of <c>Orrery/Load</c>: what becomes of declared loads, in all and on each instance.</summary>
internal sealed class LoadMetrics : IMetricSource
{
    private const string Namespace = "Orrery/Load";
    private const string Requests = "RequestCount";
    private const string Latency = "Latency";
    private const string Errors = "ErrorCount";
    private const double Second = 60;

    private static readonly TimeSpan Listed = TimeSpan.FromDays(14);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IReadOnlyList<string> Namespaces { get; } = [Namespace];

    /// <inheritdoc/>
    public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace)
    {
        foreach (var record in call.Read(LoadTables.Loads).All())
        {
            var load = new MetricDimension("LoadName", record.Id.Value);
            var members = LoadTargets.Members(call, record.Load, Minutes.Of(call.Now - Listed)).ToList();
            foreach (var name in new[] { Requests, Latency, Errors })
            {
                yield return new(new(Namespace, name, [load]), UnitOf(name), Step);
                foreach (var life in members)
                    yield return new(
                        new(Namespace, name, [new("InstanceId", life.Id.Value), load]), UnitOf(name), Step);
            }
        }
    }

    /// <inheritdoc/>
    public MetricDescription? Find(ReadCall call, MetricId metric) =>
        metric is { Namespace: Namespace, Name: Requests or Latency or Errors }
            && Of(call, metric, long.MaxValue) is not null
            ? new(metric, UnitOf(metric.Name), Step) : null;

    /// <inheritdoc/>
    public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
    {
        var first = Minutes.Of(from.AddSeconds(59));
        if (Find(call, metric) is null || Of(call, metric, first) is not var (record, lives)) yield break;
        var runs = new Runs(call);
        var share = runs.ShareOf(record, first);
        first = Math.Max(first, share.From);
        var last = Math.Min(Minutes.Of(to.AddSeconds(59)), share.To ?? long.MaxValue);
        foreach (var minutes in Lockstep.Read(lives.Select(life => runs.Read(life, first, last))))
        {
            var rate = share.RateAt(minutes[0].At) * Second;
            if (Sample(metric.Name, minutes, rate, share.Cost.CpuSeconds) is { } sample) yield return sample;
        }
    }

    // Latency is weighed by the requests that were served; where none was, there is none.
    private static MetricSample? Sample(string name, IReadOnlyList<Minute> minutes, double rate, double cpuSeconds)
    {
        var at = Minutes.Begin(minutes[0].At);
        if (name == Requests) return MetricSample.Of(at, rate * minutes.Count);
        if (name == Errors) return MetricSample.Of(at, minutes.Sum(minute => rate * (1 - minute.Served)));
        var (sum, least, most, count) = (0.0, double.MaxValue, 0.0, 0.0);
        foreach (var minute in minutes)
        {
            var served = rate * minute.Served;
            if (served <= 0) continue;
            var latency = minute.LatencyOf(cpuSeconds);
            (sum, count) = (sum + (latency * served), count + served);
            (least, most) = (Math.Min(least, latency), Math.Max(most, latency));
        }

        return count > 0 ? new(at, sum, least, most, count) : null;
    }

    private static (LoadRecord Load, IReadOnlyList<InstanceLifeRecord> Lives)? Of(
        ReadCall call, MetricId metric, long since)
    {
        var name = metric.Dimensions is [.., { Name: "LoadName" } last] ? last.Value : null;
        if (name is null || call.Read(LoadTables.Loads).Find(new(name)) is not { } record) return null;
        var lives = LoadTargets.Members(call, record.Load, since);
        return metric.Dimensions switch
        {
            [_] => (record, [.. lives]),
            [{ Name: "InstanceId", Value: var id }, _] when call.Read(LoadTables.Lives).Find(new(id)) is { } life
                && LoadTargets.Of(call, life).Any(load => load.Id == record.Id) => (record, [life]),
            _ => null,
        };
    }

    private static string UnitOf(string name) => name == Latency ? "Seconds" : "Count";
}
