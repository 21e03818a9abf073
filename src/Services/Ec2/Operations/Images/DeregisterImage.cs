using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Deregisters an image and, if asked, deletes those of its snapshots that no other image needs.</summary>
public sealed class DeregisterImage : IWriteOperation<DeregisterImageRequest, DeregisterImageResult>
{
    /// <inheritdoc/>
    public DeregisterImageResult Run(DeregisterImageRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        ImageLife.Deregister(call, image);
        return new()
        {
            Return = true,
            DeleteSnapshotResults = request.DeleteAssociatedSnapshots != true ? null :
            [
                .. image.Devices.Select(d => d.SnapshotId).OfType<string>().Distinct().Select(
                    id => new DeleteSnapshotReturnCode { SnapshotId = id, ReturnCode = Delete(call, id) }),
            ],
        };
    }

    private static SnapshotReturnCodes Delete(Call call, string id)
    {
        if (call.Read(VolumeTables.Snapshots).Find(new(id)) is not { } snapshot)
        {
            return SnapshotReturnCodes.MissingPermissions;
        }

        if (SnapshotLife.UsersOf(call, snapshot).Count > 0)
        {
            return SnapshotReturnCodes.Skipped;
        }

        SnapshotLife.Delete(call, snapshot);
        return SnapshotReturnCodes.Success;
    }
}
