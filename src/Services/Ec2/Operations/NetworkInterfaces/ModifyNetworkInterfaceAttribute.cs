using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Sets one attribute of a network interface. Source: EC2 API Reference, ModifyNetworkInterfaceAttribute.
/// </summary>
public sealed class ModifyNetworkInterfaceAttribute
    : IWriteOperation<ModifyNetworkInterfaceAttributeRequest, ModifyNetworkInterfaceAttributeResult>
{
    /// <inheritdoc/>
    public ModifyNetworkInterfaceAttributeResult Run(ModifyNetworkInterfaceAttributeRequest request, Call call)
    {
        RefuseUnserved(request);
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        InterfaceRules.RefuseManaged(face);
        var changes = Changes(request, call).ToList();
        var change = changes.Count switch
        {
            1 => changes[0],
            0 => throw Errors.InvalidParameterCombination("No attributes specified."),
            _ => throw Errors.InvalidParameterCombination("Fields for multiple attribute types specified"),
        };
        call.Write(Tables.NetworkInterfaces).Put(change(face));
        return new();
    }

    private static IEnumerable<Func<NetworkInterfaceRecord, NetworkInterfaceRecord>> Changes(
        ModifyNetworkInterfaceAttributeRequest request, Call call)
    {
        if (request.Description is { } description)
        {
            yield return face => face with { Description = description.Value ?? "" };
        }

        if (request.SourceDestCheck is { } check)
        {
            yield return face => face with { SourceDestCheck = check.Value ?? throw Errors.Missing("Value") };
        }

        if (request.Groups is { } groups)
        {
            yield return face => Regroup(face, groups, call);
        }

        if (request.EnablePrimaryIpv6 is { } primary)
        {
            yield return face => PrimaryIpv6(face, primary);
        }

        if (request.Attachment is { } attachment)
        {
            yield return face => Reattach(face, attachment);
        }
    }

    private static NetworkInterfaceRecord Regroup(
        NetworkInterfaceRecord face, IReadOnlyList<string> groups, Call call) => groups.Count == 0
        ? throw Errors.Missing("SecurityGroupId")
        : face with { Groups = InterfaceGroups.Resolve(call, face.SubnetId, face.VpcId, groups) };

    private static NetworkInterfaceRecord PrimaryIpv6(NetworkInterfaceRecord face, bool enable) => (enable, face) switch
    {
        (false, { HasPrimaryIpv6: true }) => throw Errors.OperationNotPermitted(
            $"The primary IPv6 address of '{face.Id}' cannot be disabled once it is enabled."),
        (true, { Ipv6Addresses.IsEmpty: true }) => throw Errors.InvalidParameterCombination(
            "A primary IPv6 address requires an IPv6 address."),
        _ => face with { HasPrimaryIpv6 = enable },
    };

    private static NetworkInterfaceRecord Reattach(
        NetworkInterfaceRecord face, NetworkInterfaceAttachmentChanges changes)
    {
        if (face.Attachment is not { } attachment || attachment.AttachmentId != changes.AttachmentId)
        {
            throw new ServiceException(
                "InvalidAttachmentID.NotFound", $"The attachment '{changes.AttachmentId}' does not exist.");
        }

        var onTermination = changes.DeleteOnTermination ?? throw Errors.Missing("DeleteOnTermination");
        return face with { Attachment = attachment with { DeleteOnTermination = onTermination } };
    }

    private static void RefuseUnserved(ModifyNetworkInterfaceAttributeRequest request)
    {
        if (request.EnaSrdSpecification is not null
            || request.Attachment is { EnaQueueCount: not null } or { DefaultEnaQueueCount: not null })
        {
            throw Errors.NotServed(
                "ENA Express and ENA queues (EnaSrdSpecification, EnaQueueCount, DefaultEnaQueueCount)");
        }

        if (request.ConnectionTrackingSpecification is not null)
        {
            throw Errors.NotServed("connection tracking timeouts (ConnectionTrackingSpecification)");
        }

        if (request.AssociatePublicIpAddress is not null)
        {
            throw Errors.NotServed("public addresses of an interface at launch (AssociatePublicIpAddress)");
        }

        if (request.AssociatedSubnetIds is not null)
        {
            throw Errors.NotServed("secondary subnets of an interface (AssociatedSubnetIds)");
        }
    }
}
