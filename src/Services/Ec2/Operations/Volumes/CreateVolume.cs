using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Makes a volume, empty or of a snapshot.</summary>
public sealed class CreateVolume : IWriteOperation<CreateVolumeRequest, CreateVolumeResult>
{
    /// <inheritdoc/>
    public CreateVolumeResult Run(CreateVolumeRequest request, Call call)
    {
        if (!string.IsNullOrEmpty(request.OutpostArn) || request.Operator is not null)
        {
            throw Errors.NotServed("volumes on Outposts and of service providers (OutpostArn, Operator)");
        }

        var zone = VolumeZones.Choose(call, request.AvailabilityZone, request.AvailabilityZoneId);
        var plan = VolumePlans.Of(call, WishOf(request), zone);
        VolumeUsage.Check(call, VolumePlans.ShapeOf(plan), 1);
        var volume = plan with { Id = call.NewId<VolumeId>(), State = VolumeState.Creating };
        VolumeLoop.Begin(call, volume);
        TagStore.PutNew(call, VolumeKinds.Volume, volume.Id.Value, request.TagSpecifications);
        var view = VolumeView.Of(volume, call);
        return new()
        {
            VolumeId = view.VolumeId,
            Size = view.Size,
            VolumeType = view.VolumeType,
            Iops = view.Iops,
            Throughput = view.Throughput,
            Encrypted = view.Encrypted,
            KmsKeyId = view.KmsKeyId,
            MultiAttachEnabled = view.MultiAttachEnabled,
            SnapshotId = view.SnapshotId,
            VolumeInitializationRate = view.VolumeInitializationRate,
            AvailabilityZone = view.AvailabilityZone,
            AvailabilityZoneId = view.AvailabilityZoneId,
            CreateTime = view.CreateTime,
            State = view.State,
            Operator = view.Operator,
            Attachments = view.Attachments,
            Tags = view.Tags,
        };
    }

    private static VolumeWish WishOf(CreateVolumeRequest request) => new()
    {
        Type = request.VolumeType,
        Size = request.Size,
        Iops = request.Iops,
        Throughput = request.Throughput,
        MultiAttach = request.MultiAttachEnabled == true,
        SnapshotId = request.SnapshotId,
        Encrypted = request.Encrypted,
        KmsKeyId = request.KmsKeyId,
        InitializationRate = request.VolumeInitializationRate,
    };
}
