using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// Makes and removes route tables of transit gateways, and finds the default ones. Source: EC2 API Reference,
/// TransitGatewayOptions: a default table is made where automatic association or propagation is enabled.
/// </summary>
internal static class TransitRouteTables
{
    /// <summary>Makes a table.</summary>
    /// <exception cref="ServiceException">TransitGatewayRouteTableLimitExceeded.</exception>
    public static TransitGatewayRouteTableRecord Make(
        Call call, TransitGatewayId gateway, TransitGatewayRouteTableState state)
    {
        TransitLimits.CheckRouteTables(call, gateway);
        var table = new TransitGatewayRouteTableRecord
        {
            Id = call.NewId<TransitGatewayRouteTableId>(),
            TransitGatewayId = gateway,
            State = state,
            CreatedAt = call.Now,
        };
        call.Write(TransitTables.RouteTables).Put(table);
        return table;
    }

    /// <summary>A gateway with default tables for what is enabled; makes one where it has none.</summary>
    public static TransitGatewayRecord WithDefaults(Call call, TransitGatewayRecord gateway)
    {
        var wantsAssociation = gateway.DefaultRouteTableAssociation == DefaultRouteTableAssociationValue.Enable;
        var wantsPropagation = gateway.DefaultRouteTablePropagation == DefaultRouteTablePropagationValue.Enable;
        var table = gateway.AssociationTableId ?? gateway.PropagationTableId;
        if (table is null && (wantsAssociation || wantsPropagation))
        {
            table = Make(call, gateway.Id, TransitGatewayRouteTableState.Available).Id;
        }

        return gateway with
        {
            AssociationTableId = wantsAssociation ? gateway.AssociationTableId ?? table : null,
            PropagationTableId = wantsPropagation ? gateway.PropagationTableId ?? table : null,
        };
    }

    /// <summary>Whether it is a default table of its gateway.</summary>
    public static bool IsDefault(ReadCall call, TransitGatewayRouteTableRecord table) =>
        IsAssociationDefault(call, table) || IsPropagationDefault(call, table);

    /// <summary>Whether it is the default table of associations.</summary>
    public static bool IsAssociationDefault(ReadCall call, TransitGatewayRouteTableRecord table) =>
        call.Read(TransitTables.Gateways).Find(table.TransitGatewayId)?.AssociationTableId == table.Id;

    /// <summary>Whether it is the default table of propagations.</summary>
    public static bool IsPropagationDefault(ReadCall call, TransitGatewayRouteTableRecord table) =>
        call.Read(TransitTables.Gateways).Find(table.TransitGatewayId)?.PropagationTableId == table.Id;

    /// <summary>A table of the gateway that is to be a default one.</summary>
    /// <exception cref="ServiceException">InvalidRouteTableID.*, IncorrectState, InvalidParameterValue.</exception>
    public static TransitGatewayRouteTableId Named(ReadCall call, TransitGatewayRecord gateway, string id)
    {
        var table = TransitStates.AvailableTable(call, id);
        return table.TransitGatewayId == gateway.Id ? table.Id : throw Foreign(id, gateway.Id);
    }

    /// <summary>Removes what is in a table, and its tags.</summary>
    public static void Empty(Call call, TransitGatewayRouteTableRecord table)
    {
        var routes = call.Write(TransitTables.Routes);
        foreach (var route in routes.By(TransitTables.RoutesByTable, table.Id.Value).ToList())
        {
            routes.Remove(route.Key);
        }

        var attachments = call.Write(TransitTables.Attachments);
        foreach (var attachment in attachments.By(TransitTables.AttachmentsByPropagation, table.Id.Value).ToList())
        {
            attachments.Put(attachment with { PropagatesTo = attachment.PropagatesTo.Remove(table.Id) });
        }
    }

    /// <summary>Removes all tables of a gateway that is gone.</summary>
    public static void RemoveAll(Call call, TransitGatewayId gateway)
    {
        var tables = call.Write(TransitTables.RouteTables);
        foreach (var table in tables.By(TransitTables.RouteTablesByGateway, gateway.Value).ToList())
        {
            Empty(call, table);
            tables.Remove(table.Id);
            TagStore.Forget(call, table.Id.Value);
        }
    }

    /// <summary>InvalidParameterValue: a table and something of another gateway. The code is guessed.</summary>
    public static ServiceException Foreign(string table, TransitGatewayId gateway) => Errors.InvalidParameterValue(
        $"The transit gateway route table {table} does not belong to the transit gateway {gateway}");
}
