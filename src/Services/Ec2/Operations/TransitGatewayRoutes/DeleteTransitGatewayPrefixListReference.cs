using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>Begins to delete a reference to a prefix list; nothing is routed by it any more.</summary>
public sealed class DeleteTransitGatewayPrefixListReference
    : IWriteOperation<DeleteTransitGatewayPrefixListReferenceRequest, DeleteTransitGatewayPrefixListReferenceResult>
{
    /// <inheritdoc/>
    public DeleteTransitGatewayPrefixListReferenceResult Run(
        DeleteTransitGatewayPrefixListReferenceRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var reference = TransitRouteTargets.ExistingReference(call, table, request.PrefixListId!);
        var deleting = reference with { ReferenceState = TransitGatewayPrefixListReferenceState.Deleting };
        TransitReferenceLoop.Begin(call, deleting);
        return new() { TransitGatewayPrefixListReference = TransitRouteTableView.OfReference(deleting, call) };
    }
}
