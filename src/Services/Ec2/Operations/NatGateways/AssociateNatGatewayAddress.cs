using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NatGateways;

/// <summary>Begins to give a public NAT gateway further Elastic IP addresses, each with a private one.</summary>
public sealed class AssociateNatGatewayAddress
    : IWriteOperation<AssociateNatGatewayAddressRequest, AssociateNatGatewayAddressResult>
{
    /// <inheritdoc/>
    public AssociateNatGatewayAddressResult Run(AssociateNatGatewayAddressRequest request, Call call)
    {
        if (request.AvailabilityZone is not null || request.AvailabilityZoneId is not null)
        {
            throw Errors.NotServed("regional NAT gateways (AvailabilityZone, AvailabilityZoneId)");
        }

        var gateway = NatGatewayRules.ForAddresses(call, request.NatGatewayId!, ConnectivityType.Public);
        var wishes = NatGatewayWishes.Pairs(request.AllocationIds, request.PrivateIpAddresses).ToList();
        foreach (var wish in wishes)
        {
            if (NatGatewayRules.AddressObstacle(call, wish.AllocationId!.Value) is { } obstacle)
            {
                throw new ServiceException(obstacle.Code, obstacle.Message);
            }
        }

        Limits.CheckNatGatewayElasticIps(call, gateway.Addresses.Length + wishes.Count);
        var named = wishes.Select(w => w.PrivateIp).OfType<string>().ToList();
        var (face, ips) = NatGatewayAddresses.Add(call, gateway, named, wishes.Count - named.Count);
        var added = wishes.Zip(ips, (wish, ip) => new NatGatewayAddressRecord
        {
            PrivateIp = ip,
            NetworkInterfaceId = face.Id,
            AllocationId = wish.AllocationId,
            Status = NatGatewayAddressStatus.Associating,
        }).ToList();
        call.Write(Tables.NatGateways).Put(gateway with { Addresses = gateway.Addresses.AddRange(added) });
        added.ForEach(address => NatGatewayAddressLoop.BeginAdding(call, gateway, address.PrivateIp));
        return new()
        {
            NatGatewayId = gateway.Id.Value, NatGatewayAddresses = [.. added.Select(NatGatewayView.AddressOf)],
        };
    }
}
