using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>Changes the subnets and the options of an available attachment of a VPC.</summary>
public sealed class ModifyTransitGatewayVpcAttachment
    : IWriteOperation<ModifyTransitGatewayVpcAttachmentRequest, ModifyTransitGatewayVpcAttachmentResult>
{
    /// <inheritdoc/>
    public ModifyTransitGatewayVpcAttachmentResult Run(ModifyTransitGatewayVpcAttachmentRequest request, Call call)
    {
        var attachment = TransitAttachments.GetVpc(call, request.TransitGatewayAttachmentId!);
        // The subnets are those of the VPC's owner. The code is guessed.
        if (attachment.ResourceOwnerId != call.Account)
        {
            throw Errors.OperationNotPermitted($"{attachment.Id} can be modified by the owner of the VPC only.");
        }

        if (attachment.State != TransitGatewayAttachmentState.Available)
        {
            throw TransitStates.Invalid(attachment.Id.Value);
        }

        var options = request.Options ?? new();
        var vpc = attachment.Vpc!;
        var ipv6 = options.Ipv6Support ?? vpc.Ipv6Support;
        var modifying = attachment with
        {
            State = TransitGatewayAttachmentState.Modifying,
            Vpc = vpc with
            {
                Faces = TransitFaces.Changed(
                    call, attachment, ipv6, request.AddSubnetIds ?? [], request.RemoveSubnetIds ?? []),
                DnsSupport = options.DnsSupport ?? vpc.DnsSupport,
                SecurityGroupReferencingSupport =
                    options.SecurityGroupReferencingSupport ?? vpc.SecurityGroupReferencingSupport,
                Ipv6Support = ipv6,
                ApplianceModeSupport = options.ApplianceModeSupport ?? vpc.ApplianceModeSupport,
            },
        };
        TransitAttachmentLoop.Begin(call, modifying);
        return new() { TransitGatewayVpcAttachment = TransitAttachmentView.OfVpc(modifying, call) };
    }
}
