using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A route table of a transit gateway as the API writes it.</summary>
internal static class TransitRouteTableView
{
    /// <summary>The table.</summary>
    public static TransitGatewayRouteTable Of(TransitGatewayRouteTableRecord table, ReadCall call) => new()
    {
        TransitGatewayRouteTableId = table.Id.Value,
        TransitGatewayId = table.TransitGatewayId.Value,
        State = table.State,
        DefaultAssociationRouteTable = TransitRouteTables.IsAssociationDefault(call, table),
        DefaultPropagationRouteTable = TransitRouteTables.IsPropagationDefault(call, table),
        CreationTime = table.CreatedAt,
        Tags = TagStore.View(call, table.Id.Value),
    };

    /// <summary>A reference of the table to a prefix list.</summary>
    public static TransitGatewayPrefixListReference OfReference(TransitGatewayRouteRecord route, ReadCall call)
    {
        var attachment = route.AttachmentId is { } id ? call.Read(TransitTables.Attachments).Find(id) : null;
        return new()
        {
            TransitGatewayRouteTableId = route.RouteTableId.Value,
            PrefixListId = route.PrefixListId!.Value.Value,
            PrefixListOwnerId = SharedLists.Known(call, route.PrefixListId.Value)?.OwnerId,
            State = route.ReferenceState,
            Blackhole = route.AttachmentId is null,
            TransitGatewayAttachment = route.AttachmentId is null ? null : new()
            {
                TransitGatewayAttachmentId = route.AttachmentId.Value.Value,
                ResourceType = attachment?.ResourceType,
                ResourceId = attachment?.ResourceId,
            },
        };
    }
}
