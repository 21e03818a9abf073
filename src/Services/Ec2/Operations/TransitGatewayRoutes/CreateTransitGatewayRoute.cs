using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>Makes a static route in a table of a transit gateway: to an attachment, or a blackhole.</summary>
public sealed class CreateTransitGatewayRoute
    : IWriteOperation<CreateTransitGatewayRouteRequest, CreateTransitGatewayRouteResult>
{
    /// <inheritdoc/>
    public CreateTransitGatewayRouteResult Run(CreateTransitGatewayRouteRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var route = new TransitGatewayRouteRecord
        {
            RouteTableId = table.Id,
            TransitGatewayId = table.TransitGatewayId,
            Destination = TransitDestinations.Read(request.DestinationCidrBlock!, "DestinationCidrBlock"),
            AttachmentId = TransitRouteTargets.Choose(
                call, table, request.TransitGatewayAttachmentId, request.Blackhole),
        };
        TransitRouteTargets.CheckNew(call, route);
        TransitLimits.CheckRoutes(call, table.TransitGatewayId, 1);
        call.Write(TransitTables.Routes).Put(route);
        return new() { Route = TransitRouteView.Of(TransitRoutes.Static(call, route).Single()) };
    }
}
