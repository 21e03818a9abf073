using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables of volumes, snapshots and images, and of what accounts set for them.</summary>
internal static class VolumeTables
{
    /// <summary>What an index of permissions says of what everybody may use.</summary>
    public const string Everybody = "all";

    public static readonly Table<VolumeId, VolumeRecord> Volumes =
        Table<VolumeId, VolumeRecord>.Resident("ec2.volumes", r => r.Id, () => VolumeJson.Default.VolumeRecord);

    public static readonly Index<VolumeId, VolumeRecord> VolumesByInstance =
        Volumes.IndexMany("instance", v => v.Attachments.Select(a => a.InstanceId.Value));

    public static readonly Table<VolumeId, VolumeModificationRecord> Modifications =
        Table<VolumeId, VolumeModificationRecord>.Resident(
            "ec2.volume-modifications", r => r.Id, () => VolumeJson.Default.VolumeModificationRecord);

    public static readonly Table<ResourceKey, VolumeUsageRecord> Usage =
        Table<ResourceKey, VolumeUsageRecord>.Resident(
            "ec2.volume-usage", r => r.Id, () => VolumeJson.Default.VolumeUsageRecord);

    public static readonly Table<ResourceKey, EbsSettingsRecord> Settings =
        Table<ResourceKey, EbsSettingsRecord>.Resident(
            "ec2.ebs-settings", r => r.Id, () => VolumeJson.Default.EbsSettingsRecord);

    public static readonly Table<SnapshotId, SnapshotRecord> Snapshots =
        Table<SnapshotId, SnapshotRecord>.Resident(
            "ec2.snapshots", r => r.Id, () => VolumeJson.Default.SnapshotRecord);

    public static readonly Index<SnapshotId, SnapshotRecord> SnapshotsByVolume =
        Snapshots.Index("volume", s => s.VolumeId);

    public static readonly Index<SnapshotId, SnapshotRecord> SnapshotsByLineage =
        Snapshots.Index("lineage", s => s.Lineage);

    public static readonly Index<SnapshotId, SnapshotRecord> SnapshotsBySet = Snapshots.Index("set", s => s.SetId);

    public static readonly Index<SnapshotId, SnapshotRecord> SnapshotsByUser = Snapshots.IndexMany(
        "user", s => s.IsPublic ? [.. s.Users, Everybody] : s.Users);

    public static readonly Table<ImageId, ImageRecord> Images =
        Table<ImageId, ImageRecord>.Resident("ec2.images", r => r.Id, () => VolumeJson.Default.ImageRecord);

    public static readonly Index<ImageId, ImageRecord> ImagesByName = Images.Index(
        "name", i => i.State == Wire.Generated.Ec2.ImageState.Deregistered ? null : i.Name);

    public static readonly Index<ImageId, ImageRecord> ImagesBySnapshot = Images.IndexMany(
        "snapshot", i => i.State == Wire.Generated.Ec2.ImageState.Deregistered
            ? []
            : i.Devices.Select(d => d.SnapshotId).OfType<string>());

    public static readonly Index<ImageId, ImageRecord> ImagesByUser = Images.IndexMany(
        "user", i => i.IsPublic ? [.. i.Users, Everybody] : i.Users);

    public static readonly Table<ProfileAssociationId, ProfileAssociationRecord> Profiles =
        Table<ProfileAssociationId, ProfileAssociationRecord>.Resident(
            "ec2.profile-associations", r => r.Id, () => VolumeJson.Default.ProfileAssociationRecord);

    public static readonly Index<ProfileAssociationId, ProfileAssociationRecord> ProfilesByInstance =
        Profiles.Index("instance", p => p.InstanceId.Value);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
        [Volumes, Modifications, Usage, Settings, Snapshots, Images, Profiles];
}
