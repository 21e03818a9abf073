using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Detaches a network interface from its instance, unless it is the primary one. It is free at once, with Force or
/// without: no operating system has to let go of it. The attachment is shown as detached for a while.
/// </summary>
public sealed class DetachNetworkInterface
    : IWriteOperation<DetachNetworkInterfaceRequest, DetachNetworkInterfaceResult>
{
    /// <inheritdoc/>
    public DetachNetworkInterfaceResult Run(DetachNetworkInterfaceRequest request, Call call)
    {
        var face = Find(call, request.AttachmentId!);
        InterfaceRules.RefuseManaged(face);
        if (face.Attachment!.DeviceIndex == 0)
        {
            throw Errors.OperationNotPermitted(
                "The network interface at device index 0 and networkCard index 0 cannot be detached.");
        }

        if (call.Read(InstanceTables.Instances).Find(new(face.Attachment.InstanceId ?? "")) is { } instance)
        {
            InstanceInterfaces.CheckStoppedForFabric(face, instance, "detached");
        }

        call.Write(Tables.NetworkInterfaces).Put(face with
        {
            Attachment = null, Detached = face.Attachment with { DetachTime = call.Now },
        });
        return new();
    }

    // Attachments of services have ids of a form of their own.
    private static NetworkInterfaceRecord Find(ReadCall call, string id)
    {
        if (!id.StartsWith("eni-attach-", StringComparison.Ordinal)
            && !id.StartsWith("ela-attach-", StringComparison.Ordinal))
        {
            throw new ServiceException(
                "InvalidAttachmentID.Malformed", $"Invalid id: \"{id}\" (expecting \"eni-attach-...\")");
        }

        return call.Read(Tables.NetworkInterfaces).By(InstanceTables.InterfacesByAttachment, id)
            .FirstOrDefault(face => face.Attachment is not null)
            ?? throw new ServiceException(
                "InvalidAttachmentID.NotFound", $"The interface attachment '{id}' does not exist.");
    }
}
