using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>Gives a static route of a transit gateway another target.</summary>
public sealed class ReplaceTransitGatewayRoute
    : IWriteOperation<ReplaceTransitGatewayRouteRequest, ReplaceTransitGatewayRouteResult>
{
    /// <inheritdoc/>
    public ReplaceTransitGatewayRouteResult Run(ReplaceTransitGatewayRouteRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var block = TransitDestinations.Read(request.DestinationCidrBlock!, "DestinationCidrBlock");
        var route = TransitRouteTargets.Existing(call, table, block) with
        {
            AttachmentId = TransitRouteTargets.Choose(
                call, table, request.TransitGatewayAttachmentId, request.Blackhole),
        };
        call.Write(TransitTables.Routes).Put(route);
        return new() { Route = TransitRouteView.Of(TransitRoutes.Static(call, route).Single()) };
    }
}
