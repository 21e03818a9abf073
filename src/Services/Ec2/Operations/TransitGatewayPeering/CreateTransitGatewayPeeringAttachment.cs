using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayPeering;

/// <summary>
/// Asks for a peering with another transit gateway, maybe of another region or account. One that does not exist there
/// lets the request fail, later.
/// </summary>
public sealed class CreateTransitGatewayPeeringAttachment
    : IWriteOperation<CreateTransitGatewayPeeringAttachmentRequest, CreateTransitGatewayPeeringAttachmentResult>
{
    /// <inheritdoc/>
    public CreateTransitGatewayPeeringAttachmentResult Run(
        CreateTransitGatewayPeeringAttachmentRequest request, Call call)
    {
        if (request.Options?.DynamicRouting == DynamicRoutingValue.Enable)
        {
            throw Errors.NotServed("dynamic routing over peering attachments (DynamicRouting enable)");
        }

        var gateway = TransitStates.AvailableGateway(call, request.TransitGatewayId!);
        var scope = TransitPeerings.ScopeOf(request);
        var peer = request.PeerTransitGatewayId!;
        if (scope == call.Scope)
        {
            TransitStates.AvailableGateway(call, peer);
        }

        TransitPeerings.CheckNew(call, gateway, peer);
        TransitLimits.CheckAttachments(call, gateway.Id);
        TransitLimits.CheckPeerings(call, gateway.Id);
        var id = call.NewId<TransitGatewayAttachmentId>();
        var attachment = new TransitGatewayAttachmentRecord
        {
            Id = id,
            TransitGatewayId = gateway.Id,
            ResourceType = TransitGatewayAttachmentResourceType.Peering,
            ResourceId = peer,
            ResourceOwnerId = scope.Account,
            TransitGatewayOwnerId = call.Account,
            State = TransitGatewayAttachmentState.InitiatingRequest,
            CreatedAt = call.Now,
            Peering = new()
            {
                Requester = new()
                {
                    TransitGatewayId = gateway.Id, OwnerId = call.Account, Region = call.Region, AttachmentId = id,
                },
                Accepter = new()
                {
                    TransitGatewayId = new(peer),
                    OwnerId = scope.Account,
                    Region = scope.Region,
                    AttachmentId = scope == call.Scope ? call.NewId<TransitGatewayAttachmentId>() : id,
                },
            },
        };
        TransitAttachmentLoop.Begin(call, attachment);
        TagStore.PutNew(call, TransitKinds.Attachment, id.Value, request.TagSpecifications);
        return new() { TransitGatewayPeeringAttachment = TransitAttachmentView.OfPeering(attachment, call) };
    }
}
