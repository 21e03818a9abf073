using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of volumes, snapshots and images. Codes: "Error codes for the Amazon EC2 API"; tag types: the ResourceType
/// enumeration of the EC2 model.
/// </summary>
internal static class VolumeKinds
{
    public static readonly TableKind<VolumeId, VolumeRecord> Volume = new(
        VolumeTables.Volumes, "volume", new("InvalidVolume.NotFound", "InvalidVolumeID.Malformed", "volume"));

    public static readonly TableKind<SnapshotId, SnapshotRecord> Snapshot = new(
        VolumeTables.Snapshots,
        "snapshot",
        new("InvalidSnapshot.NotFound", "InvalidSnapshotID.Malformed", "snapshot"));

    public static readonly TableKind<ImageId, ImageRecord> Image = new(
        VolumeTables.Images, "image", new("InvalidAMIID.NotFound", "InvalidAMIID.Malformed", "image id"));

    public static readonly TableKind<ProfileAssociationId, ProfileAssociationRecord> Profile = new(
        VolumeTables.Profiles,
        "iam-instance-profile-association",
        new("InvalidAssociationID.NotFound", "InvalidAssociationID.Malformed", "association ID"));

    /// <summary>Those that can be tagged; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [Volume, Snapshot, Image];
}
