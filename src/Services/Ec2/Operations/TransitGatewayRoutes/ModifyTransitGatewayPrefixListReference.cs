using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>Gives a reference to a prefix list another target.</summary>
public sealed class ModifyTransitGatewayPrefixListReference
    : IWriteOperation<ModifyTransitGatewayPrefixListReferenceRequest, ModifyTransitGatewayPrefixListReferenceResult>
{
    /// <inheritdoc/>
    public ModifyTransitGatewayPrefixListReferenceResult Run(
        ModifyTransitGatewayPrefixListReferenceRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var reference = TransitRouteTargets.ExistingReference(call, table, request.PrefixListId!);
        if (reference.ReferenceState != TransitGatewayPrefixListReferenceState.Available)
        {
            throw TransitStates.Invalid(reference.PrefixListId!.Value.Value);
        }

        var modified = reference with
        {
            AttachmentId = TransitRouteTargets.Choose(
                call, table, request.TransitGatewayAttachmentId, request.Blackhole),
            ReferenceState = TransitGatewayPrefixListReferenceState.Modifying,
        };
        TransitReferenceLoop.Begin(call, modified);
        return new() { TransitGatewayPrefixListReference = TransitRouteTableView.OfReference(modified, call) };
    }
}
