using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>Tells one attribute of a network interface.</summary>
public sealed class DescribeNetworkInterfaceAttribute
    : IReadOperation<DescribeNetworkInterfaceAttributeRequest, DescribeNetworkInterfaceAttributeResult>
{
    /// <inheritdoc/>
    public DescribeNetworkInterfaceAttributeResult Run(DescribeNetworkInterfaceAttributeRequest request, ReadCall call)
    {
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        var answer = new DescribeNetworkInterfaceAttributeResult { NetworkInterfaceId = face.Id.Value };
        return request.Attribute switch
        {
            NetworkInterfaceAttribute.Description =>
                answer with { Description = new() { Value = face.Description ?? "" } },
            NetworkInterfaceAttribute.GroupSet => answer with { Groups = NetworkInterfaceView.GroupsOf(face, call) },
            NetworkInterfaceAttribute.SourceDestCheck => answer with
            {
                SourceDestCheck = new() { Value = face.SourceDestCheck },
            },
            NetworkInterfaceAttribute.Attachment =>
                answer with { Attachment = NetworkInterfaceView.AttachmentOf(face, call) },
            NetworkInterfaceAttribute.AssociatePublicIpAddress => answer with
            {
                AssociatePublicIpAddress = face.AutoPublicIp is not null,
            },
            _ => throw Errors.Missing("attribute"),
        };
    }
}
