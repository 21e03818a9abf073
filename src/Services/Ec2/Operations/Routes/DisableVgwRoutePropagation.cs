using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Routes;

/// <summary>
/// Ends the propagation of a virtual private gateway's routes into a table; nothing happens where there is none.
/// </summary>
public sealed class DisableVgwRoutePropagation
    : IWriteOperation<DisableVgwRoutePropagationRequest, DisableVgwRoutePropagationResult>
{
    /// <inheritdoc/>
    public DisableVgwRoutePropagationResult Run(DisableVgwRoutePropagationRequest request, Call call)
    {
        var gateway = Ec2Kinds.VpnGateway.Get(call, request.GatewayId!);
        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        if (table.PropagatingVgws.Contains(gateway.Id))
        {
            call.Write(Tables.RouteTables).Put(
                table with { PropagatingVgws = table.PropagatingVgws.Remove(gateway.Id) });
        }

        return new();
    }
}
