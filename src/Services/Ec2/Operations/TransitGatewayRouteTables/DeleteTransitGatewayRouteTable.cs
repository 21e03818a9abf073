using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>
/// Begins to delete a route table that is associated with nothing and is no default table; its routes and propagations
/// go with it. The wording of the refusals is guessed.
/// </summary>
public sealed class DeleteTransitGatewayRouteTable
    : IWriteOperation<DeleteTransitGatewayRouteTableRequest, DeleteTransitGatewayRouteTableResult>
{
    /// <inheritdoc/>
    public DeleteTransitGatewayRouteTableResult Run(DeleteTransitGatewayRouteTableRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        if (TransitRouteTables.IsDefault(call, table))
        {
            throw Errors.IncorrectState($"Cannot delete a default route table {table.Id}.");
        }

        if (call.Read(TransitTables.Attachments).HasAny(TransitTables.AttachmentsByAssociation, table.Id.Value))
        {
            throw Errors.IncorrectState($"{table.Id} has non-deleted associations.");
        }

        var deleting = TransitRouteTableLoop.End(call, table);
        return new() { TransitGatewayRouteTable = TransitRouteTableView.Of(deleting, call) };
    }
}
