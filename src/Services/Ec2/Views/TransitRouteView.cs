using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>Routes, associations and propagations of transit gateways as the API writes them.</summary>
internal static class TransitRouteView
{
    /// <summary>A route with its state.</summary>
    public static TransitGatewayRoute Of(TransitRoute route) => new()
    {
        DestinationCidrBlock = route.Destination.ToString(),
        PrefixListId = route.PrefixListId?.Value,
        TransitGatewayAttachments = route.Attachments.IsEmpty && route.AttachmentId is { } gone
            ? [new() { TransitGatewayAttachmentId = gone.Value }]
            : [.. route.Attachments.Select(Of)],
        Type = route.Type,
        State = route.State,
    };

    /// <summary>An association.</summary>
    public static TransitGatewayAssociation OfAssociation(TransitGatewayAttachmentRecord attachment) => new()
    {
        TransitGatewayRouteTableId = attachment.Association!.RouteTableId.Value,
        TransitGatewayAttachmentId = attachment.Id.Value,
        ResourceId = attachment.ResourceId,
        ResourceType = attachment.ResourceType,
        State = attachment.Association.State,
    };

    /// <summary>A propagation that is enabled or was just disabled.</summary>
    public static TransitGatewayPropagation OfPropagation(
        TransitGatewayAttachmentRecord attachment, string table, TransitGatewayPropagationState state) => new()
    {
        TransitGatewayAttachmentId = attachment.Id.Value,
        ResourceId = attachment.ResourceId,
        ResourceType = attachment.ResourceType,
        TransitGatewayRouteTableId = table,
        State = state,
    };

    private static TransitGatewayRouteAttachment Of(TransitGatewayAttachmentRecord attachment) => new()
    {
        ResourceId = attachment.ResourceId,
        TransitGatewayAttachmentId = attachment.Id.Value,
        ResourceType = attachment.ResourceType,
    };
}
