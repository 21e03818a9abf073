using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>Attachments of transit gateways as the API writes them.</summary>
internal static class TransitAttachmentView
{
    /// <summary>Any attachment.</summary>
    public static TransitGatewayAttachment Of(TransitGatewayAttachmentRecord attachment, ReadCall call) => new()
    {
        TransitGatewayAttachmentId = attachment.Id.Value,
        TransitGatewayId = attachment.TransitGatewayId.Value,
        TransitGatewayOwnerId = attachment.TransitGatewayOwnerId,
        ResourceOwnerId = attachment.ResourceOwnerId,
        ResourceType = attachment.ResourceType,
        ResourceId = attachment.ResourceId,
        State = attachment.State,
        Association = attachment.Association is { } association
            ? new() { TransitGatewayRouteTableId = association.RouteTableId.Value, State = association.State }
            : null,
        CreationTime = attachment.CreatedAt,
        Tags = TagStore.View(call, attachment.Id.Value),
    };

    /// <summary>The attachment of a VPC.</summary>
    public static TransitGatewayVpcAttachment OfVpc(TransitGatewayAttachmentRecord attachment, ReadCall call)
    {
        var vpc = attachment.Vpc!;
        return new()
        {
            TransitGatewayAttachmentId = attachment.Id.Value,
            TransitGatewayId = attachment.TransitGatewayId.Value,
            VpcId = attachment.ResourceId,
            VpcOwnerId = attachment.ResourceOwnerId,
            State = attachment.State,
            SubnetIds = [.. vpc.Faces.Select(f => f.SubnetId.Value)],
            CreationTime = attachment.CreatedAt,
            Options = new()
            {
                DnsSupport = vpc.DnsSupport,
                SecurityGroupReferencingSupport = vpc.SecurityGroupReferencingSupport,
                Ipv6Support = vpc.Ipv6Support,
                ApplianceModeSupport = vpc.ApplianceModeSupport,
            },
            Tags = TagStore.View(call, attachment.Id.Value),
        };
    }

    /// <summary>A peering.</summary>
    public static TransitGatewayPeeringAttachment OfPeering(TransitGatewayAttachmentRecord attachment, ReadCall call)
    {
        var peering = attachment.Peering!;
        return new()
        {
            TransitGatewayAttachmentId = attachment.Id.Value,
            AccepterTransitGatewayAttachmentId = peering.Accepter.AttachmentId == peering.Requester.AttachmentId
                ? null
                : peering.Accepter.AttachmentId.Value,
            RequesterTgwInfo = SideOf(peering.Requester),
            AccepterTgwInfo = SideOf(peering.Accepter),
            Status = new() { Code = attachment.State.ToWire(), Message = peering.StatusMessage },
            State = attachment.State,
            CreationTime = attachment.CreatedAt,
            Tags = TagStore.View(call, attachment.Id.Value),
        };
    }

    private static PeeringTgwInfo SideOf(TransitGatewaySideRecord side) => new()
    {
        TransitGatewayId = side.TransitGatewayId.Value, OwnerId = side.OwnerId, Region = side.Region,
    };
}
