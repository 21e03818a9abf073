using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGateways;

/// <summary>Changes options of an available gateway. They hold for new attachments only.</summary>
public sealed class ModifyTransitGateway : IWriteOperation<ModifyTransitGatewayRequest, ModifyTransitGatewayResult>
{
    /// <inheritdoc/>
    public ModifyTransitGatewayResult Run(ModifyTransitGatewayRequest request, Call call)
    {
        var gateway = TransitStates.AvailableGateway(call, request.TransitGatewayId!);
        var options = request.Options ?? new();
        var changed = TransitOptions.Changed(call, gateway, options) with
        {
            Description = request.Description ?? gateway.Description,
        };
        changed = TransitRouteTables.WithDefaults(call, WithNamedTables(call, changed, options));
        return new() { TransitGateway = TransitGatewayView.Of(TransitGatewayLoop.Change(call, changed), call) };
    }

    private static TransitGatewayRecord WithNamedTables(
        ReadCall call, TransitGatewayRecord gateway, ModifyTransitGatewayOptions options)
    {
        if (options.AssociationDefaultRouteTableId is { } association)
        {
            if (gateway.DefaultRouteTableAssociation == DefaultRouteTableAssociationValue.Disable)
            {
                throw Errors.InvalidParameterCombination(
                    "AssociationDefaultRouteTableId needs DefaultRouteTableAssociation to be enabled");
            }

            gateway = gateway with { AssociationTableId = TransitRouteTables.Named(call, gateway, association) };
        }

        if (options.PropagationDefaultRouteTableId is { } propagation)
        {
            if (gateway.DefaultRouteTablePropagation == DefaultRouteTablePropagationValue.Disable)
            {
                throw Errors.InvalidParameterCombination(
                    "PropagationDefaultRouteTableId needs DefaultRouteTablePropagation to be enabled");
            }

            gateway = gateway with { PropagationTableId = TransitRouteTables.Named(call, gateway, propagation) };
        }

        return gateway;
    }
}
