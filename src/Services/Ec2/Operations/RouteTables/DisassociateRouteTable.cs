using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.RouteTables;

/// <summary>Takes a route table away from a subnet, which then has the main one, or from a gateway.</summary>
public sealed class DisassociateRouteTable
    : IWriteOperation<DisassociateRouteTableRequest, DisassociateRouteTableResult>
{
    /// <inheritdoc/>
    public DisassociateRouteTableResult Run(DisassociateRouteTableRequest request, Call call)
    {
        var (table, association) = RouteTableAssociations.Get(call, request.AssociationId!);
        if (association.Main)
        {
            throw Errors.InvalidParameterValue(
                $"cannot disassociate the main route table association {association.AssociationId}");
        }

        call.Write(Tables.RouteTables).Put(table with { Associations = table.Associations.Remove(association) });
        return new();
    }
}
