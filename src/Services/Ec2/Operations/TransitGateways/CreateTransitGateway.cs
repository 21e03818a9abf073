using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGateways;

/// <summary>Begins to make a transit gateway, with its default route table unless both automatisms are off.</summary>
public sealed class CreateTransitGateway : IWriteOperation<CreateTransitGatewayRequest, CreateTransitGatewayResult>
{
    /// <inheritdoc/>
    public CreateTransitGatewayResult Run(CreateTransitGatewayRequest request, Call call)
    {
        TransitLimits.CheckGateways(call);
        var gateway = TransitRouteTables.WithDefaults(call, TransitOptions.Of(call, request));
        TransitGatewayLoop.Begin(call, gateway);
        TagStore.PutNew(call, TransitKinds.Gateway, gateway.Id.Value, request.TagSpecifications);
        return new() { TransitGateway = TransitGatewayView.Of(gateway, call) };
    }
}
