using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NatGateways;

/// <summary>Begins to make a zonal NAT gateway; what keeps it from being made shows in its state, later.</summary>
public sealed class CreateNatGateway : IWriteOperation<CreateNatGatewayRequest, CreateNatGatewayResult>
{
    /// <inheritdoc/>
    public CreateNatGatewayResult Run(CreateNatGatewayRequest request, Call call)
    {
        if (request.AvailabilityMode == AvailabilityMode.Regional || request.VpcId is not null
            || request.AvailabilityZoneAddresses is not null)
        {
            throw Errors.NotServed(
                "regional NAT gateways (AvailabilityMode regional, VpcId, AvailabilityZoneAddresses)");
        }

        var subnet = Ec2Kinds.Subnet.Get(call, request.SubnetId ?? throw Errors.Missing("subnetId"));
        var gateway = new NatGatewayRecord
        {
            Id = call.NewId<NatGatewayId>(),
            SubnetId = subnet.Id,
            VpcId = subnet.VpcId,
            ConnectivityType = request.ConnectivityType ?? ConnectivityType.Public,
            State = NatGatewayState.Pending,
            CreateTime = call.Now,
            Wishes = NatGatewayWishes.Of(call, subnet, request),
        };
        Limits.CheckNatGateways(call, subnet.AvailabilityZone);
        call.Write(Tables.NatGateways).Put(gateway);
        TagStore.PutNew(call, Ec2Kinds.NatGateway, gateway.Id.Value, request.TagSpecifications);
        NatGatewayLoop.Begin(call, gateway);
        return new() { NatGateway = NatGatewayView.Of(gateway, call), ClientToken = request.ClientToken };
    }
}
