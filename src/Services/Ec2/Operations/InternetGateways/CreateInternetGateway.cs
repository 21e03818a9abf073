using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.InternetGateways;

/// <summary>Makes an internet gateway, attached to nothing yet.</summary>
public sealed class CreateInternetGateway : IWriteOperation<CreateInternetGatewayRequest, CreateInternetGatewayResult>
{
    /// <inheritdoc/>
    public CreateInternetGatewayResult Run(CreateInternetGatewayRequest request, Call call)
    {
        Limits.CheckInternetGateways(call);
        var gateway = new InternetGatewayRecord { Id = call.NewId<InternetGatewayId>() };
        call.Write(Tables.InternetGateways).Put(gateway);
        TagStore.PutNew(call, Ec2Kinds.InternetGateway, gateway.Id.Value, request.TagSpecifications);
        return new() { InternetGateway = InternetGatewayView.Of(gateway, call) };
    }
}
