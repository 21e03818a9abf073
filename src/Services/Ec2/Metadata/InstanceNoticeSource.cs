using System.Globalization;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// What an instance is told of what is about to happen to it. Sources: EC2 User Guide, "Spot Instance interruption
/// notices", "EC2 instance rebalance recommendations", "Instance metadata categories" (events/maintenance, and
/// instance-action: whether a restart for bundling is ahead, of which there is none here).
/// </summary>
internal static class InstanceNoticeSource
{
    private const string Root = "meta-data/";

    /// <summary>Adds it.</summary>
    public static void Add(MetadataTree tree, InstanceRecord instance)
    {
        tree.Add(Root + "events/maintenance/history", "[]");
        tree.Add(Root + "events/maintenance/scheduled", "[]");
        tree.Add(Root + "instance-action", "none");
        if (instance.RebalanceAt is { } recommended)
        {
            tree.Add(Root + "events/recommendations/rebalance", $"{{\"noticeTime\":\"{Text(recommended)}\"}}");
        }

        if (instance.SpotNotice is not { } notice)
        {
            return;
        }

        tree.Add(
            Root + "spot/instance-action",
                $"{{\"action\":\"{notice.Action.ToWire()}\",\"time\":\"{Text(notice.At)}\"}}");
        if (notice.Action == InstanceInterruptionBehavior.Terminate)
        {
            tree.Add(Root + "spot/termination-time", Text(notice.At));
        }
    }

    private static string Text(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
