using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>Deletes a static route of a transit gateway; what is propagated to the same block shows again.</summary>
public sealed class DeleteTransitGatewayRoute
    : IWriteOperation<DeleteTransitGatewayRouteRequest, DeleteTransitGatewayRouteResult>
{
    /// <inheritdoc/>
    public DeleteTransitGatewayRouteResult Run(DeleteTransitGatewayRouteRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var block = TransitDestinations.Read(request.DestinationCidrBlock!, "DestinationCidrBlock");
        var route = TransitRouteTargets.Existing(call, table, block);
        var view = TransitRouteView.Of(TransitRoutes.Static(call, route).Single());
        call.Write(TransitTables.Routes).Remove(route.Key);
        return new() { Route = view with { State = TransitGatewayRouteState.Deleted } };
    }
}
