using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>
/// Begins to attach a VPC to a transit gateway of the same account, or to one that another shares with it; the owner
/// of that one has to accept, unless it accepts by itself. Interfaces are made at once, also while it waits (guessed).
/// Wording of the refusal of a second one: public logs.
/// </summary>
public sealed class CreateTransitGatewayVpcAttachment
    : IWriteOperation<CreateTransitGatewayVpcAttachmentRequest, CreateTransitGatewayVpcAttachmentResult>
{
    /// <inheritdoc/>
    public CreateTransitGatewayVpcAttachmentResult Run(CreateTransitGatewayVpcAttachmentRequest request, Call call)
    {
        var gateway = SharedGateways.Attachable(call, request.TransitGatewayId!);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        if (TransitAttachments.LivingOf(call, vpc.Id, gateway.Id) is not null)
        {
            throw new ServiceException(
                "DuplicateTransitGatewayAttachment",
                $"{gateway.Id} has non-deleted Transit Gateway Attachments with same VPC ID.");
        }

        var options = request.Options ?? new();
        var ipv6 = options.Ipv6Support ?? Ipv6SupportValue.Disable;
        var subnets = TransitFaces.Subnets(call, vpc.Id, request.SubnetIds!);
        TransitFaces.Check(subnets, ipv6);
        TransitLimits.CheckGatewaysPerVpc(call, vpc.Id);
        TransitLimits.CheckAttachments(call, gateway.Id, new(gateway.OwnerId!, call.Region));
        var id = call.NewId<TransitGatewayAttachmentId>();
        var attachment = new TransitGatewayAttachmentRecord
        {
            Id = id,
            TransitGatewayId = gateway.Id,
            ResourceType = TransitGatewayAttachmentResourceType.Vpc,
            ResourceId = vpc.Id.Value,
            ResourceOwnerId = call.Account,
            TransitGatewayOwnerId = gateway.OwnerId!,
            State = StateOf(gateway, call.Account),
            CreatedAt = call.Now,
            Vpc = new()
            {
                Faces = [.. TransitFaces.Make(call, id, subnets)],
                DnsSupport = options.DnsSupport ?? DnsSupportValue.Enable,
                SecurityGroupReferencingSupport =
                    options.SecurityGroupReferencingSupport ?? SecurityGroupReferencingSupportValue.Enable,
                Ipv6Support = ipv6,
                ApplianceModeSupport = options.ApplianceModeSupport ?? ApplianceModeSupportValue.Disable,
            },
        };
        TransitAttachmentLoop.Begin(call, attachment);
        TagStore.PutNew(call, TransitKinds.Attachment, id.Value, request.TagSpecifications);
        return new() { TransitGatewayVpcAttachment = TransitAttachmentView.OfVpc(attachment, call) };
    }

    private static TransitGatewayAttachmentState StateOf(TransitGatewayRecord gateway, string account) =>
        gateway.OwnerId == account
        || gateway.AutoAcceptSharedAttachments == AutoAcceptSharedAttachmentsValue.Enable
            ? TransitGatewayAttachmentState.Pending
            : TransitGatewayAttachmentState.PendingAcceptance;
}
