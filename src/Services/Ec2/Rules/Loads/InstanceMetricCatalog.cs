using System.Collections.Frozen;
using Orrery.Contracts.Instances;
using Orrery.Engines.Load.Serving;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>
/// The metrics of instances. Source: EC2 User Guide, "CloudWatch metrics that are available for your instances". No
/// type here has work for its instance store: the disk work of loads goes to EBS, so the Disk metrics are 0.
/// MetadataNoToken is not offered: nobody counts those calls.
/// </summary>
internal static class InstanceMetricCatalog
{
    /// <summary>What an idle instance sends and receives for itself, in bytes a second. Ours.</summary>
    public const double IdleBytes = 60;

    private const double Second = 60;
    private const double BytesPerPacket = 1448;
    private const double BytesPerOperation = 16 * 1024;

    private static readonly InstanceMetric[] Metrics =
    [
        new("CPUUtilization", "Percent", MetricMerge.Mean, m => 100 * m.Utilization),
        new("NetworkIn", "Bytes", MetricMerge.Sum, m => BytesIn(m)),
        new("NetworkOut", "Bytes", MetricMerge.Sum, m => BytesOut(m)),
        new("NetworkPacketsIn", "Count", MetricMerge.Sum, m => Math.Ceiling(BytesIn(m) / BytesPerPacket)),
        new("NetworkPacketsOut", "Count", MetricMerge.Sum, m => Math.Ceiling(BytesOut(m) / BytesPerPacket)),
        new("DiskReadOps", "Count", MetricMerge.Sum, _ => 0),
        new("DiskWriteOps", "Count", MetricMerge.Sum, _ => 0),
        new("DiskReadBytes", "Bytes", MetricMerge.Sum, _ => 0),
        new("DiskWriteBytes", "Bytes", MetricMerge.Sum, _ => 0),
        Ebs("EBSReadOps", "Count", m => Reads(m)),
        Ebs("EBSWriteOps", "Count", m => Writes(m)),
        Ebs("EBSReadBytes", "Bytes", m => Reads(m) * BytesPerOperation),
        Ebs("EBSWriteBytes", "Bytes", m => Writes(m) * BytesPerOperation),
        Credits("CPUCreditUsage", MetricMerge.Sum, m => m.Busy),
        Credits("CPUCreditBalance", MetricMerge.Last, m => m.Credits.Balance),
        Credits("CPUSurplusCreditBalance", MetricMerge.Last, m => m.Credits.Surplus),
        Credits("CPUSurplusCreditsCharged", MetricMerge.Sum, m => m.NewCharge),
        Check("StatusCheckFailed", CheckKind.System, CheckKind.Instance, CheckKind.Ebs),
        Check("StatusCheckFailed_Instance", CheckKind.Instance),
        Check("StatusCheckFailed_System", CheckKind.System),
        Check("StatusCheckFailed_AttachedEBS", CheckKind.Ebs) with { OfNitro = true },
    ];

    private static readonly FrozenDictionary<string, InstanceMetric> ByName =
        Metrics.ToFrozenDictionary(metric => metric.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<InstanceMetric> All => Metrics;

    /// <summary>The one of a name, or null.</summary>
    public static InstanceMetric? Find(string name) => ByName.GetValueOrDefault(name);

    private static InstanceMetric Ebs(string name, string unit, Func<Minute, double> of) =>
        new(name, unit, MetricMerge.Sum, of) { OfNitro = true };

    private static InstanceMetric Credits(string name, MetricMerge merge, Func<Minute, double> of) =>
        new(name, "Count", merge, of) { OfCredits = true, Step = 5 };

    // What fails is told by what is wrong with the instance, not by its load.
    private static InstanceMetric Check(string name, params CheckKind[] checks) =>
        new(name, "Count", MetricMerge.Last, _ => 0) { Step = 1, Checks = checks };

    private static double BytesIn(in Minute m) => Second * (IdleBytes + (m.Demand.BytesIn * m.Served));

    private static double BytesOut(in Minute m) => Second * (IdleBytes + (m.Demand.BytesOut * m.Served));

    private static double Reads(in Minute m) => Second * m.Demand.DiskReads * m.Served;

    private static double Writes(in Minute m) => Second * m.Demand.DiskWrites * m.Served;
}
