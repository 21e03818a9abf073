using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>Begins to make a route table for an available transit gateway.</summary>
public sealed class CreateTransitGatewayRouteTable
    : IWriteOperation<CreateTransitGatewayRouteTableRequest, CreateTransitGatewayRouteTableResult>
{
    /// <inheritdoc/>
    public CreateTransitGatewayRouteTableResult Run(CreateTransitGatewayRouteTableRequest request, Call call)
    {
        var gateway = TransitStates.AvailableGateway(call, request.TransitGatewayId!);
        var table = TransitRouteTables.Make(call, gateway.Id, TransitGatewayRouteTableState.Pending);
        TransitRouteTableLoop.Begin(call, table);
        TagStore.PutNew(call, TransitKinds.RouteTable, table.Id.Value, request.TagSpecifications);
        return new() { TransitGatewayRouteTable = TransitRouteTableView.Of(table, call) };
    }
}
