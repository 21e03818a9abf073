using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// The metrics of <c>AWS/EBS</c>, one sample a minute while an instance that has the volume runs: those that follow from
/// loads and rates of writing. How long operations take and queue is not modelled, so there are no metrics of that. A
/// deleted volume has none. Source: Amazon EBS User Guide, "Amazon CloudWatch metrics for Amazon EBS".
/// </summary>
internal sealed class VolumeMetrics : IMetricSource
{
    private const string Burst = "BurstBalance";
    private const string Consumed = "VolumeConsumedReadWriteOps";

    // Larger ones of gp2 do more than their burst would be.
    private const int BurstingIops = 3000;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private static readonly (string Name, string Unit, Func<VolumeMinute, double> Of)[] Metrics =
    [
        ("VolumeReadOps", "Count", m => m.Reads),
        ("VolumeWriteOps", "Count", m => m.Writes),
        ("VolumeReadBytes", "Bytes", m => m.Reads * VolumeMinute.BytesPerOperation),
        ("VolumeWriteBytes", "Bytes", m => m.Writes * VolumeMinute.BytesPerOperation),
        (Burst, "Percent", m => 100 * m.Burst),
        (Consumed, "Count", m => m.Reads + m.Writes),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Namespaces { get; } = [VolumeSpans.Namespace];

    /// <inheritdoc/>
    public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace)
    {
        foreach (var volume in call.Read(VolumeTables.Volumes).All())
        {
            if (volume.Attachments.IsEmpty && volume.Past.IsEmpty) continue;
            foreach (var (name, unit, _) in Metrics)
            {
                if (Has(volume, name))
                {
                    yield return new(
                        new(VolumeSpans.Namespace, name, [new("VolumeId", volume.Id.Value)]), unit, Step);
                }
            }
        }
    }

    /// <inheritdoc/>
    public MetricDescription? Find(ReadCall call, MetricId metric) =>
        Of(call, metric) is var (_, unit, _) ? new(metric, unit, Step) : null;

    /// <inheritdoc/>
    public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
    {
        if (Of(call, metric) is not var (volume, _, value)) yield break;
        var (first, last) = (Minutes.Of(from.AddSeconds(59)), Minutes.Of(to.AddSeconds(59)));
        foreach (var minute in new VolumeRuns(call).Read(volume, first, last))
            yield return MetricSample.Of(Minutes.Begin(minute.At), value(minute));
    }

    private static (VolumeRecord Volume, string Unit, Func<VolumeMinute, double> Value)? Of(
        ReadCall call, MetricId metric)
    {
        if (metric is not { Namespace: VolumeSpans.Namespace, Dimensions: [{ Name: "VolumeId", Value: var id }] }
            || call.Read(VolumeTables.Volumes).Find(new(id)) is not { } volume || !Has(volume, metric.Name))
        {
            return null;
        }

        var found = Array.Find(Metrics, m => m.Name == metric.Name);
        return found.Name is null ? null : (volume, found.Unit, found.Of);
    }

    private static bool Has(VolumeRecord volume, string name) => name switch
    {
        Burst => volume is { Type: VolumeType.Gp2, Iops: < BurstingIops },
        Consumed => volume.Type is VolumeType.Io1 or VolumeType.Io2,
        _ => true,
    };
}
