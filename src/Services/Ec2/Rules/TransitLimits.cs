using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Quotas of transit gateways: their Service Quotas codes and defaults. Source: "AWS Transit Gateway quotas"; AWS
/// documents no error codes for them, so that these are guessed after those of VPCs.
/// </summary>
internal static class TransitLimits
{
    /// <summary>Refuses one more gateway than the region may hold.</summary>
    public static void CheckGateways(ReadCall call) => call.Hold(
        TransitQuotas.Gateways,
        call.Read(TransitTables.Gateways).All().Count(g => g.State != TransitGatewayState.Deleted),
        _ => new("TransitGatewayLimitExceeded", "The maximum number of transit gateways has been reached."));

    /// <summary>Refuses more blocks than a gateway may have; no request raises this quota.</summary>
    public static void CheckCidrBlocks(int wanted)
    {
        if (wanted > 5)
        {
            throw new ServiceException(
                "TransitGatewayCidrBlockLimitExceeded", "A transit gateway can have no more than 5 CIDR blocks.");
        }
    }

    /// <summary>Refuses one more attachment than a gateway may have.</summary>
    public static void CheckAttachments(ReadCall call, TransitGatewayId gateway, Scope? owner = null) => call.Hold(
        TransitQuotas.Attachments,
        call.Read(TransitTables.Attachments, owner ?? call.Scope).CountBy(TransitTables.LivingByGateway, gateway.Value),
        _ => new(
            "TransitGatewayAttachmentLimitExceeded",
            $"The maximum number of attachments has been reached for {gateway}."));

    /// <summary>Refuses to attach a VPC to more gateways than it may have.</summary>
    public static void CheckGatewaysPerVpc(ReadCall call, VpcId vpc) => call.Hold(
        TransitQuotas.GatewaysPerVpc,
        call.Read(TransitTables.Attachments).CountBy(TransitTables.LivingByResource, vpc.Value),
        limit => new(
            "TransitGatewayAttachmentLimitExceeded",
            $"The VPC {vpc} can be attached to no more than {limit} transit gateways."));

    /// <summary>Refuses one more peering than a gateway may have, or one more request that waits.</summary>
    public static void CheckPeerings(ReadCall call, TransitGatewayId gateway)
    {
        var living = call.Read(TransitTables.Attachments)
            .By(TransitTables.LivingPeeringsByGateway, gateway.Value).ToList();
        call.Hold(TransitQuotas.Peerings, living.Count, _ => new(
            "TransitGatewayPeeringAttachmentLimitExceeded",
            $"The maximum number of peering attachments has been reached for {gateway}."));
        call.Hold(TransitQuotas.Requests, living.Count(TransitStates.IsRequest), _ => new(
            "TransitGatewayPeeringAttachmentLimitExceeded",
            $"The maximum number of pending peering attachments has been reached for {gateway}."));
    }

    /// <summary>Refuses to accept a peering above the quota, in which the request itself counts already.</summary>
    public static void CheckAcceptedPeerings(ReadCall call, TransitGatewayId gateway) => call.Hold(
        TransitQuotas.Peerings,
        call.Read(TransitTables.Attachments).CountBy(TransitTables.LivingPeeringsByGateway, gateway.Value) - 1,
        _ => new(
            "TransitGatewayPeeringAttachmentLimitExceeded",
            $"The maximum number of peering attachments has been reached for {gateway}."));

    /// <summary>Refuses one more route table than a gateway may have.</summary>
    public static void CheckRouteTables(ReadCall call, TransitGatewayId gateway) => call.Hold(
        TransitQuotas.RouteTables,
        call.Read(TransitTables.RouteTables).By(TransitTables.RouteTablesByGateway, gateway.Value)
            .Count(t => t.State != TransitGatewayRouteTableState.Deleted),
        _ => new(
            "TransitGatewayRouteTableLimitExceeded",
            $"The maximum number of route tables has been reached for {gateway}."));

    /// <summary>
    /// Refuses more routes than the tables of a gateway may hold together: one for a static route, the size of the
    /// list for a prefix list, one for each propagation (further blocks of one VPC are not counted).
    /// </summary>
    public static void CheckRoutes(ReadCall call, TransitGatewayId gateway, int more) => call.Hold(
        TransitQuotas.Routes, RoutesOf(call, call.Scope, gateway) + more - 1L, _ => new(
            "TransitGatewayRouteLimitExceeded", $"The maximum number of routes has been reached for {gateway}."));

    /// <summary>Whether the tables of a gateway hold all their routes with a prefix list of another size.</summary>
    public static bool HasRoom(
        ReadCall call, Scope scope, TransitGatewayId gateway, PrefixListRecord resized) =>
        RoutesOf(call, scope, gateway, resized) <= call.LimitOf(TransitQuotas.Routes);

    private static long RoutesOf(
        ReadCall call, Scope scope, TransitGatewayId gateway, PrefixListRecord? resized = null)
    {
        var routes = call.Read(TransitTables.Routes, scope);
        var references = routes.By(TransitTables.ReferencesByGateway, gateway.Value)
            .Sum(r => Weight(r.PrefixListId == resized?.Id
                ? resized
                : SharedLists.Known(call, r.PrefixListId!.Value)) - 1);
        var attachments = call.Read(TransitTables.Attachments, scope);
        var propagated = call.Read(TransitTables.RouteTables, scope)
            .By(TransitTables.RouteTablesByGateway, gateway.Value)
            .Sum(t => attachments.CountBy(TransitTables.AttachmentsByPropagation, t.Id.Value));
        return (long)routes.CountBy(TransitTables.RoutesByGateway, gateway.Value) + references + propagated;
    }

    private static int Weight(PrefixListRecord? list) => list is null ? 1 : PrefixListRules.Weight(list);
}
