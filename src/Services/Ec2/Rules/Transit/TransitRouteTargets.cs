using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// Where a static route of a transit gateway may lead, and the refusals about routes that are there already or not.
/// Source: EC2 API Reference, CreateTransitGatewayRoute. Codes that no public log shows are guessed.
/// </summary>
internal static class TransitRouteTargets
{
    /// <summary>The attachment that a request names; null for a blackhole.</summary>
    /// <exception cref="ServiceException">
    /// MissingParameter, InvalidParameterCombination, InvalidTransitGatewayAttachmentID.*, IncorrectState,
    /// InvalidParameterValue.
    /// </exception>
    public static TransitGatewayAttachmentId? Choose(
        ReadCall call, TransitGatewayRouteTableRecord table, string? attachment, bool? blackhole) =>
        // Terraform's provider sends an empty id along with a blackhole.
        (string.IsNullOrEmpty(attachment) ? null : attachment, blackhole == true) switch
        {
            (null, false) => throw Errors.Missing("TransitGatewayAttachmentId"),
            (null, true) => null,
            ({ }, true) => throw Errors.InvalidParameterCombination(
                "A route can have a TransitGatewayAttachmentId or be a blackhole, not both"),
            ({ } id, false) => Of(call, table, id).Id,
        };

    /// <summary>An available attachment of the gateway of a table.</summary>
    /// <exception cref="ServiceException">
    /// InvalidTransitGatewayAttachmentID.*, IncorrectState, InvalidParameterValue.
    /// </exception>
    public static TransitGatewayAttachmentRecord Of(
        ReadCall call, TransitGatewayRouteTableRecord table, string attachment)
    {
        var found = TransitStates.AvailableAttachment(call, attachment);
        return found.TransitGatewayId == table.TransitGatewayId
            ? found
            : throw TransitRouteTables.Foreign(table.Id.Value, found.TransitGatewayId);
    }

    /// <summary>The static route of a table to a block.</summary>
    /// <exception cref="ServiceException">InvalidRoute.NotFound.</exception>
    public static TransitGatewayRouteRecord Existing(ReadCall call, TransitGatewayRouteTableRecord table, Cidr block) =>
        call.Read(TransitTables.Routes).Find(TransitGatewayRouteKey.Of(table.Id, block))
        ?? throw new ServiceException(
            "InvalidRoute.NotFound", $"Route {block} does not exist in Transit Gateway Route Table {table.Id}.");

    /// <summary>The reference of a table to a prefix list.</summary>
    /// <exception cref="ServiceException">InvalidPrefixListID.*, InvalidRoute.NotFound.</exception>
    public static TransitGatewayRouteRecord ExistingReference(
        ReadCall call, TransitGatewayRouteTableRecord table, string list)
    {
        Ec2Kinds.PrefixList.CheckForm(list);
        return call.Read(TransitTables.Routes).Find(TransitGatewayRouteKey.Of(table.Id, new PrefixListId(list)))
            ?? throw new ServiceException(
                "InvalidRoute.NotFound",
                $"Prefix list {list} is not referenced in Transit Gateway Route Table {table.Id}.");
    }

    /// <summary>Refuses a second static route to one destination.</summary>
    /// <exception cref="ServiceException">RouteAlreadyExists.</exception>
    public static void CheckNew(ReadCall call, TransitGatewayRouteRecord route)
    {
        if (call.Read(TransitTables.Routes).Contains(route.Key))
        {
            throw new ServiceException(
                "RouteAlreadyExists",
                $"Route {route.Destination?.ToString() ?? route.PrefixListId?.Value} already exists in Transit "
                + $"Gateway Route Table {route.RouteTableId}.");
        }
    }
}
