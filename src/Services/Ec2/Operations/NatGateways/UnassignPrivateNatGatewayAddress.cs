using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NatGateways;

/// <summary>Begins to take secondary addresses from a private NAT gateway, once connections have drained.</summary>
public sealed class UnassignPrivateNatGatewayAddress
    : IWriteOperation<UnassignPrivateNatGatewayAddressRequest, UnassignPrivateNatGatewayAddressResult>
{
    /// <inheritdoc/>
    public UnassignPrivateNatGatewayAddressResult Run(UnassignPrivateNatGatewayAddressRequest request, Call call)
    {
        var gateway = NatGatewayRules.ForAddresses(call, request.NatGatewayId!, ConnectivityType.Private);
        var ips = request.PrivateIpAddresses!.Distinct(StringComparer.Ordinal);
        var drained = NatGatewayDrain.Begin(
            call,
            gateway,
            [.. ips.Select(ip => Find(gateway, ip))],
            NatGatewayAddressStatus.Unassigning,
            request.MaxDrainDurationSeconds);
        return new()
        {
            NatGatewayId = gateway.Id.Value, NatGatewayAddresses = [.. drained.Select(NatGatewayView.AddressOf)],
        };
    }

    private static NatGatewayAddressRecord Find(NatGatewayRecord gateway, string ip) =>
        gateway.Addresses.FirstOrDefault(a => a.PrivateIp == ip)
        ?? throw Errors.InvalidParameterValue($"The address {ip} is not assigned to the NAT gateway {gateway.Id}.");
}
