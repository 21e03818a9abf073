using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;
using Attachment = Orrery.Engines.Reachability.Model.TransitGatewayAttachment;
using Gateway = Orrery.Engines.Reachability.Model.TransitGateway;
using Peering = Orrery.Engines.Reachability.Model.TransitGatewayPeering;
using Route = Orrery.Engines.Reachability.Model.TransitGatewayRoute;
using RouteTable = Orrery.Engines.Reachability.Model.TransitGatewayRouteTable;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// Transit gateways, what is attached to them, and their route tables. What is deleted, failed or rejected is left out.
/// A peering has the requester's id, also where the accepter's side knows it by another. A VPC of another account comes
/// from the records of the gateway's owner, where its associations are.
/// </summary>
internal static class TransitElements
{
    /// <summary>What they are made of.</summary>
    public static readonly IReadOnlyList<ElementSource> Sources =
    [
        new ElementSource<TransitGatewayId, TransitGatewayRecord>(TransitTables.Gateways, Of) { Touches = AttachedTo },
        new ElementSource<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord>(TransitTables.Attachments, Of)
        {
            Touches = Twin,
        },
        new ElementSource<TransitGatewayRouteTableId, TransitGatewayRouteTableRecord>(TransitTables.RouteTables, Of),
        new ElementSource<TransitGatewayRouteKey, TransitGatewayRouteRecord>(TransitTables.Routes, null)
        {
            Touches = static (_, route) => [route.RouteTableId.Value],
        },
    ];

    private static Gateway? Of(Place place, TransitGatewayRecord gateway) =>
        gateway.State == TransitGatewayState.Deleted ? null : new(gateway.Id.Value)
        {
            Account = place.Scope.Account, Region = place.Scope.Region, Functional = TransitStates.Carries(gateway),
        };

    // Attachments of VPCs show whether their gateway lets rules name groups of other VPCs.
    private static IEnumerable<string> AttachedTo(Place place, TransitGatewayRecord gateway) =>
        place.Read(TransitTables.Attachments).By(TransitTables.LivingByGateway, gateway.Id.Value)
            .Select(a => a.Id.Value);

    private static Element? Of(Place place, TransitGatewayAttachmentRecord attachment) => attachment switch
    {
        _ when !TransitStates.IsAlive(attachment) => null,
        _ when TransitAttachments.IsForeign(attachment)
            && place.Scope.Account != attachment.TransitGatewayOwnerId => null,
        { Peering: { } peering } => TransitPeerings.Represents(attachment) ? Of(place, attachment, peering) : null,
        _ => OfResource(place, attachment),
    };

    private static Attachment OfResource(Place place, TransitGatewayAttachmentRecord attachment)
    {
        var vpc = attachment.Vpc;
        return new(attachment.Id.Value)
        {
            Account = place.Scope.Account,
            Region = place.Scope.Region,
            TransitGatewayId = attachment.TransitGatewayId.Value,
            VpcId = vpc is null ? null : attachment.ResourceId,
            SubnetIds = vpc is null ? [] : [.. vpc.Faces.Select(f => f.SubnetId.Value)],
            VpnConnectionId = vpc is null ? attachment.ResourceId : null,
            ApplianceMode = vpc?.ApplianceModeSupport == ApplianceModeSupportValue.Enable,
            Ipv6 = vpc?.Ipv6Support == Ipv6SupportValue.Enable,
            SecurityGroupReferencing =
                vpc?.SecurityGroupReferencingSupport == SecurityGroupReferencingSupportValue.Enable
                && place.Read(TransitTables.Gateways).Find(attachment.TransitGatewayId)
                    ?.SecurityGroupReferencingSupport == SecurityGroupReferencingSupportValue.Enable,
            Functional = TransitStates.Carries(attachment),
            Since = attachment.CreatedAt.UtcTicks,
            RouteTableId = TableOf(attachment),
            PropagatesTo = [.. attachment.PropagatesTo.Select(t => t.Value)],
        };
    }

    private static Peering Of(
        Place place, TransitGatewayAttachmentRecord attachment, TransitGatewayPeeringRecord peering) =>
        new(
            peering.Requester.AttachmentId.Value,
            peering.Requester.TransitGatewayId.Value,
            peering.Accepter.TransitGatewayId.Value)
        {
            Account = peering.Requester.OwnerId,
            Region = peering.Requester.Region,
            Functional = TransitStates.Carries(attachment),
            RequesterRouteTableId = TableOf(place, peering.Requester),
            AccepterRouteTableId = TableOf(place, peering.Accepter),
        };

    private static string? TableOf(Place place, TransitGatewaySideRecord side) =>
        place.Call.Read(TransitTables.Attachments, TransitAttachments.ScopeOf(side)).Find(side.AttachmentId) is { } copy
            ? TableOf(copy)
            : null;

    private static string? TableOf(TransitGatewayAttachmentRecord attachment) =>
        attachment.Association is { State: TransitGatewayAssociationState.Associated } association
            ? association.RouteTableId.Value
            : null;

    // The accepter's side, where it has an id of its own: shown by the peering, and by the tables with routes over it.
    private static IEnumerable<string> Twin(Place place, TransitGatewayAttachmentRecord attachment) =>
        attachment.Peering is { } peering && peering.Requester.AttachmentId != attachment.Id
            ? place.Read(TransitTables.Routes).By(TransitTables.RoutesByAttachment, attachment.Id.Value)
                .Select(r => r.RouteTableId.Value).Append(peering.Requester.AttachmentId.Value)
            : [];

    private static RouteTable? Of(Place place, TransitGatewayRouteTableRecord table) =>
        table.State == TransitGatewayRouteTableState.Deleted ? null : new(table.Id.Value)
        {
            Account = place.Scope.Account,
            Region = place.Scope.Region,
            TransitGatewayId = table.TransitGatewayId.Value,
            Routes =
            [
                .. place.Read(TransitTables.Routes).By(TransitTables.RoutesByTable, table.Id.Value)
                    .Where(TransitRoutes.Counts).Select(r => Of(place, r)),
            ],
        };

    private static Route Of(Place place, TransitGatewayRouteRecord route) => new(
        route.Destination,
        route.PrefixListId?.Value,
        route.AttachmentId is not { } id ? null
        : place.Read(TransitTables.Attachments).Find(id)?.Peering is { } peering
            ? peering.Requester.AttachmentId.Value
        : id.Value);
}
