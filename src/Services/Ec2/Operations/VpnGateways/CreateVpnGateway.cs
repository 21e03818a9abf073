using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnGateways;

/// <summary>Makes a virtual private gateway, attached to nothing yet.</summary>
public sealed class CreateVpnGateway : IWriteOperation<CreateVpnGatewayRequest, CreateVpnGatewayResult>
{
    private const long DefaultAsn = 64512;

    /// <inheritdoc/>
    public CreateVpnGatewayResult Run(CreateVpnGatewayRequest request, Call call)
    {
        var asn = request.AmazonSideAsn ?? DefaultAsn;

        // Ranges: EC2 API Reference, CreateVpnGateway.
        if (asn is not (>= 64512 and <= 65534 or >= 4200000000 and <= 4294967294))
        {
            throw Errors.InvalidParameterValue(
                $"Value ({asn}) for parameter amazonSideAsn is invalid. It must be in the range 64512 to 65534 or "
                + "4200000000 to 4294967294.");
        }

        Limits.CheckVpnGateways(call);
        var gateway = new VpnGatewayRecord
        {
            Id = call.NewId<VpnGatewayId>(), AmazonSideAsn = asn, AvailabilityZone = request.AvailabilityZone,
        };
        call.Write(Tables.VpnGateways).Put(gateway);
        TagStore.PutNew(call, Ec2Kinds.VpnGateway, gateway.Id.Value, request.TagSpecifications);
        return new() { VpnGateway = VpnGatewayView.Of(gateway, call) };
    }
}
