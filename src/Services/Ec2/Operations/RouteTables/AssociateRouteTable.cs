using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.RouteTables;

/// <summary>Gives a subnet, or an internet or virtual private gateway, a route table of its own.</summary>
public sealed class AssociateRouteTable : IWriteOperation<AssociateRouteTableRequest, AssociateRouteTableResult>
{
    /// <inheritdoc/>
    public AssociateRouteTableResult Run(AssociateRouteTableRequest request, Call call)
    {
        if (request.PublicIpv4Pool is not null)
        {
            throw Errors.NotServed("public IPv4 pools of one's own (PublicIpv4Pool)");
        }

        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        if (request is { SubnetId: not null, GatewayId: not null })
        {
            throw Errors.InvalidParameterCombination("subnetId and gatewayId cannot be specified together");
        }

        var association = new RouteTableAssociationRecord { AssociationId = call.NewId("rtbassoc") };
        association = request switch
        {
            { SubnetId: { } subnet } => association with { SubnetId = Subnet(call, table, subnet) },
            { GatewayId: { } gateway } => association with { GatewayId = Gateway(call, table, gateway) },
            _ => throw Errors.Missing("subnetId or gatewayId"),
        };
        call.Write(Tables.RouteTables).Put(table with { Associations = table.Associations.Add(association) });
        return new()
        {
            AssociationId = association.AssociationId,
            AssociationState = RouteTableView.Associated,
        };
    }

    private static SubnetId Subnet(ReadCall call, RouteTableRecord table, string id)
    {
        var subnet = Ec2Kinds.Subnet.Get(call, id);
        if (subnet.VpcId != table.VpcId)
        {
            throw Errors.DifferentNetworks($"route table {table.Id}", $"subnet {id}");
        }

        CheckFree(call, table, id);
        return subnet.Id;
    }

    private static string Gateway(ReadCall call, RouteTableRecord table, string id)
    {
        if (RouteTargets.FindGateway(call, id).Vpc != table.VpcId)
        {
            throw Errors.DifferentNetworks($"route table {table.Id}", $"network gateway {id}");
        }

        CheckFree(call, table, id);
        RouteRules.CheckGatewayTable(call, table);
        return id;
    }

    private static void CheckFree(ReadCall call, RouteTableRecord table, string id)
    {
        if (call.Read(Tables.RouteTables).HasAny(Tables.RouteTablesByAssociated, id))
        {
            throw new ServiceException(
                "Resource.AlreadyAssociated",
                $"the specified association for route table {table.Id} conflicts with an existing association");
        }
    }
}
