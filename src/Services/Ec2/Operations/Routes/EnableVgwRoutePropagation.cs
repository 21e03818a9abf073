using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Routes;

/// <summary>Lets a virtual private gateway put the routes that it learns into a table of its VPC.</summary>
public sealed class EnableVgwRoutePropagation
    : IWriteOperation<EnableVgwRoutePropagationRequest, EnableVgwRoutePropagationResult>
{
    /// <inheritdoc/>
    public EnableVgwRoutePropagationResult Run(EnableVgwRoutePropagationRequest request, Call call)
    {
        var gateway = Ec2Kinds.VpnGateway.Get(call, request.GatewayId!);
        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        if (gateway.DeletedAt is not null)
        {
            throw Ec2Kinds.VpnGateway.NotFound(gateway.Id.Value);
        }

        if (gateway.VpcId != table.VpcId)
        {
            throw new ServiceException(
                "Gateway.NotAttached", $"resource {gateway.Id} is not attached to network {table.VpcId}");
        }

        if (table.Associations.Any(a => a.GatewayId is not null))
        {
            throw Errors.InvalidParameterValue(
                $"Route table {table.Id} is associated with a gateway: route propagation cannot be enabled");
        }

        if (!table.PropagatingVgws.Contains(gateway.Id))
        {
            call.Write(Tables.RouteTables).Put(table with { PropagatingVgws = table.PropagatingVgws.Add(gateway.Id) });
        }

        return new();
    }
}
