using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NatGateways;

/// <summary>Begins to give a private NAT gateway further private addresses: named ones, or a number of any.</summary>
public sealed class AssignPrivateNatGatewayAddress
    : IWriteOperation<AssignPrivateNatGatewayAddressRequest, AssignPrivateNatGatewayAddressResult>
{
    /// <inheritdoc/>
    public AssignPrivateNatGatewayAddressResult Run(AssignPrivateNatGatewayAddressRequest request, Call call)
    {
        var named = request.PrivateIpAddresses ?? [];
        if (named.Count > 0 && request.PrivateIpAddressCount is not null)
        {
            throw Errors.InvalidParameterCombination(
                "privateIpAddresses and privateIpAddressCount cannot be specified together");
        }

        if (named.Count == 0 && request.PrivateIpAddressCount is null)
        {
            throw Errors.Missing("privateIpAddresses or privateIpAddressCount");
        }

        var gateway = NatGatewayRules.ForAddresses(call, request.NatGatewayId!, ConnectivityType.Private);
        var count = request.PrivateIpAddressCount ?? 0;
        Limits.CheckNatGatewayPrivateIps(call, gateway.Addresses.Length + named.Count + count);
        var (face, ips) = NatGatewayAddresses.Add(call, gateway, named, count);
        var added = ips.Select(ip => new NatGatewayAddressRecord
        {
            PrivateIp = ip, NetworkInterfaceId = face.Id, Status = NatGatewayAddressStatus.Assigning,
        }).ToList();
        call.Write(Tables.NatGateways).Put(gateway with { Addresses = gateway.Addresses.AddRange(added) });
        added.ForEach(address => NatGatewayAddressLoop.BeginAdding(call, gateway, address.PrivateIp));
        return new()
        {
            NatGatewayId = gateway.Id.Value, NatGatewayAddresses = [.. added.Select(NatGatewayView.AddressOf)],
        };
    }
}
