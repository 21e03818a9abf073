using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>Begins to route what a prefix list names, to an attachment or into a blackhole.</summary>
public sealed class CreateTransitGatewayPrefixListReference
    : IWriteOperation<CreateTransitGatewayPrefixListReferenceRequest, CreateTransitGatewayPrefixListReferenceResult>
{
    /// <inheritdoc/>
    public CreateTransitGatewayPrefixListReferenceResult Run(
        CreateTransitGatewayPrefixListReferenceRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var list = SharedLists.Get(call, request.PrefixListId!);
        var reference = new TransitGatewayRouteRecord
        {
            RouteTableId = table.Id,
            TransitGatewayId = table.TransitGatewayId,
            PrefixListId = list.Id,
            AttachmentId = TransitRouteTargets.Choose(
                call, table, request.TransitGatewayAttachmentId, request.Blackhole),
            ReferenceState = TransitGatewayPrefixListReferenceState.Pending,
        };
        TransitRouteTargets.CheckNew(call, reference);
        TransitLimits.CheckRoutes(call, table.TransitGatewayId, PrefixListRules.Weight(list));
        TransitReferenceLoop.Begin(call, reference);
        return new() { TransitGatewayPrefixListReference = TransitRouteTableView.OfReference(reference, call) };
    }
}
