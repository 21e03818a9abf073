using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.EgressOnlyInternetGateways;

/// <summary>Makes an egress-only internet gateway (IPv6) in a VPC: at most one in each.</summary>
public sealed class CreateEgressOnlyInternetGateway
    : IWriteOperation<CreateEgressOnlyInternetGatewayRequest, CreateEgressOnlyInternetGatewayResult>
{
    /// <inheritdoc/>
    public CreateEgressOnlyInternetGatewayResult Run(CreateEgressOnlyInternetGatewayRequest request, Call call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);

        // "You can attach only one egress-only internet gateway to a VPC": Amazon VPC quotas. The code is guessed.
        if (call.Read(Tables.EgressOnlyInternetGateways).HasAny(Tables.EgressOnlyInternetGatewaysByVpc, vpc.Id.Value))
        {
            throw Errors.InvalidParameterValue(
                $"Network {vpc.Id} already has an egress-only internet gateway attached");
        }

        Limits.CheckEgressOnlyInternetGateways(call);
        var gateway = new EgressOnlyInternetGatewayRecord
        {
            Id = call.NewId<EgressOnlyInternetGatewayId>(), VpcId = vpc.Id,
        };
        call.Write(Tables.EgressOnlyInternetGateways).Put(gateway);
        TagStore.PutNew(call, Ec2Kinds.EgressOnlyInternetGateway, gateway.Id.Value, request.TagSpecifications);
        return new()
        {
            EgressOnlyInternetGateway = InternetGatewayView.Of(gateway, call), ClientToken = request.ClientToken,
        };
    }
}
