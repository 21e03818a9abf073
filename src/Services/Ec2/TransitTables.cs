using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;

namespace Orrery.Services.Ec2;

/// <summary>
/// The tables of transit gateways. Five thousand attachments and ten thousand routes are usual, so that whatever
/// counts or looks for them has an index. Those named living leave out what is deleted, failed or rejected.
/// </summary>
internal static class TransitTables
{
    public static readonly Table<TransitGatewayId, TransitGatewayRecord> Gateways =
        Table<TransitGatewayId, TransitGatewayRecord>.Resident(
            "ec2.transit-gateways", r => r.Id, () => TransitJson.Default.TransitGatewayRecord);

    public static readonly Table<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> Attachments =
        Table<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord>.Resident(
            "ec2.transit-gateway-attachments", r => r.Id, () => TransitJson.Default.TransitGatewayAttachmentRecord);

    public static readonly Index<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> AttachmentsByGateway =
        Attachments.Index("gateway", a => a.TransitGatewayId.Value);

    public static readonly Index<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> AttachmentsByResource =
        Attachments.Index("resource", a => a.ResourceId);

    public static readonly Index<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> LivingByGateway =
        Attachments.Index("living-gateway", a => TransitStates.IsAlive(a) ? a.TransitGatewayId.Value : null);

    public static readonly Index<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> LivingByResource =
        Attachments.Index("living-resource", a => TransitStates.IsAlive(a) ? a.ResourceId : null);

    /// <summary>Living peerings by the gateway of this side.</summary>
    public static readonly Index<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> LivingPeeringsByGateway =
        Attachments.Index(
            "living-peering",
            a => a.Peering is not null && TransitStates.IsAlive(a) ? a.TransitGatewayId.Value : null);

    public static readonly Index<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> AttachmentsByAssociation =
        Attachments.Index("association", a => a.Association?.RouteTableId.Value);

    public static readonly Index<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> AttachmentsByPropagation =
        Attachments.IndexMany("propagation", a => a.PropagatesTo.Select(t => t.Value));

    public static readonly Table<TransitGatewayRouteTableId, TransitGatewayRouteTableRecord> RouteTables =
        Table<TransitGatewayRouteTableId, TransitGatewayRouteTableRecord>.Resident(
            "ec2.transit-gateway-route-tables", r => r.Id, () => TransitJson.Default.TransitGatewayRouteTableRecord);

    public static readonly Index<TransitGatewayRouteTableId, TransitGatewayRouteTableRecord> RouteTablesByGateway =
        RouteTables.Index("gateway", t => t.TransitGatewayId.Value);

    /// <summary>Static routes, to blocks and to prefix lists.</summary>
    public static readonly Table<TransitGatewayRouteKey, TransitGatewayRouteRecord> Routes =
        Table<TransitGatewayRouteKey, TransitGatewayRouteRecord>.Resident(
            "ec2.transit-gateway-routes", r => r.Key, () => TransitJson.Default.TransitGatewayRouteRecord);

    public static readonly Index<TransitGatewayRouteKey, TransitGatewayRouteRecord> RoutesByTable =
        Routes.Index("table", r => r.RouteTableId.Value);

    public static readonly Index<TransitGatewayRouteKey, TransitGatewayRouteRecord> RoutesByGateway =
        Routes.Index("gateway", r => r.TransitGatewayId.Value);

    public static readonly Index<TransitGatewayRouteKey, TransitGatewayRouteRecord> RoutesByAttachment =
        Routes.Index("attachment", r => r.AttachmentId?.Value);

    public static readonly Index<TransitGatewayRouteKey, TransitGatewayRouteRecord> RoutesByPrefixList =
        Routes.Index("prefix-list", r => r.PrefixListId?.Value);

    public static readonly Index<TransitGatewayRouteKey, TransitGatewayRouteRecord> ReferencesByTable =
        Routes.Index("reference", r => r.PrefixListId is null ? null : r.RouteTableId.Value);

    public static readonly Index<TransitGatewayRouteKey, TransitGatewayRouteRecord> ReferencesByGateway =
        Routes.Index("gateway-reference", r => r.PrefixListId is null ? null : r.TransitGatewayId.Value);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Gateways, Attachments, RouteTables, Routes];
}
