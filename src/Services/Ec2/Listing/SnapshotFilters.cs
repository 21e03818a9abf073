using System.Globalization;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>The filters of DescribeSnapshots. Source: EC2 API Reference.</summary>
internal static class SnapshotFilters
{
    /// <summary>All of them.</summary>
    public static Filters<SnapshotRecord> All { get; } = new Filters<SnapshotRecord>()
        .One("description", s => s.Description)
        .Flag("encrypted", s => s.Encrypted)
        .One("owner-alias", _ => null)
        .One("owner-id", s => s.OwnerId)
        .One("progress", (s, call) => SnapshotView.ProgressOf(s, call.Now))
        .One("snapshot-id", s => s.Id.Value)
        .One("start-time", s => s.StartTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
        .One("status", s => s.State.ToWire())
        .One("storage-tier", _ => StorageTier.Standard.ToWire())
        .One("transfer-type", s => SnapshotView.TransferOf(s)?.ToWire())
        .One("volume-id", s => s.VolumeId)
        .One("volume-size", s => s.VolumeSize.ToString(CultureInfo.InvariantCulture))
        .Tags(s => s.Id.Value);
}
