using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.RouteTables;

/// <summary>
/// Gives a subnet or gateway another route table, or the VPC another main one. The association gets a new id.
/// </summary>
public sealed class ReplaceRouteTableAssociation
    : IWriteOperation<ReplaceRouteTableAssociationRequest, ReplaceRouteTableAssociationResult>
{
    /// <inheritdoc/>
    public ReplaceRouteTableAssociationResult Run(ReplaceRouteTableAssociationRequest request, Call call)
    {
        var (old, association) = RouteTableAssociations.Get(call, request.AssociationId!);
        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        if (old.VpcId != table.VpcId)
        {
            throw Errors.DifferentNetworks($"route table {table.Id}", $"route table {old.Id}");
        }

        if (association.GatewayId is not null)
        {
            RouteRules.CheckGatewayTable(call, table);
        }

        var tables = call.Write(Tables.RouteTables);
        tables.Put(old with { Associations = old.Associations.Remove(association) });
        var moved = association with { AssociationId = call.NewId("rtbassoc") };
        table = tables.Find(table.Id)!;
        tables.Put(table with { Associations = table.Associations.Add(moved) });
        return new() { NewAssociationId = moved.AssociationId, AssociationState = RouteTableView.Associated };
    }
}
