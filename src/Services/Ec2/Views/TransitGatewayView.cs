using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A transit gateway as the API writes it.</summary>
internal static class TransitGatewayView
{
    /// <summary>The gateway with its options.</summary>
    public static TransitGateway Of(TransitGatewayRecord gateway, ReadCall call) => new()
    {
        TransitGatewayId = gateway.Id.Value,
        TransitGatewayArn = $"arn:aws:ec2:{call.Region}:{gateway.OwnerId ?? call.Account}:transit-gateway/{gateway.Id}",
        State = gateway.State,
        OwnerId = gateway.OwnerId ?? call.Account,
        Description = gateway.Description,
        CreationTime = gateway.CreatedAt,
        Options = new()
        {
            AmazonSideAsn = gateway.AmazonSideAsn,
            TransitGatewayCidrBlocks = gateway.CidrBlocks.IsEmpty
                ? null
                : [.. gateway.CidrBlocks.Select(c => c.ToString())],
            AutoAcceptSharedAttachments = gateway.AutoAcceptSharedAttachments,
            DefaultRouteTableAssociation = gateway.DefaultRouteTableAssociation,
            AssociationDefaultRouteTableId = gateway.AssociationTableId?.Value,
            DefaultRouteTablePropagation = gateway.DefaultRouteTablePropagation,
            PropagationDefaultRouteTableId = gateway.PropagationTableId?.Value,
            VpnEcmpSupport = gateway.VpnEcmpSupport,
            DnsSupport = gateway.DnsSupport,
            SecurityGroupReferencingSupport = gateway.SecurityGroupReferencingSupport,
            MulticastSupport = MulticastSupportValue.Disable,
        },
        Tags = TagStore.View(call, gateway.Id.Value),
    };
}
