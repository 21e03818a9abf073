using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Reads which addresses a new NAT gateway is to have. Source: EC2 API Reference, CreateNatGateway.</summary>
internal static class NatGatewayWishes
{
    /// <summary>The wishes, the primary address first.</summary>
    /// <exception cref="ServiceException">MissingParameter, InvalidParameterCombination, InvalidParameterValue, or a
    /// limit.</exception>
    public static ImmutableArray<NatGatewayWishRecord> Of(
        ReadCall call, SubnetRecord subnet, CreateNatGatewayRequest request)
    {
        if (subnet.Cidr is null)
        {
            throw Errors.InvalidParameterValue($"The subnet '{subnet.Id}' has no IPv4 CIDR block for a NAT gateway.");
        }

        var wishes = request.ConnectivityType == ConnectivityType.Private
            ? Private(call, request)
            : Public(call, request);
        CheckPrivateIps(call, subnet, wishes);
        return wishes;
    }

    /// <summary>Pairs Elastic IP addresses with private ones, of which there may be none or as many.</summary>
    /// <exception cref="ServiceException">InvalidAllocationID.Malformed, InvalidParameterValue.</exception>
    public static IEnumerable<NatGatewayWishRecord> Pairs(
        IReadOnlyList<string>? allocations, IReadOnlyList<string>? privateIps)
    {
        allocations ??= [];
        privateIps ??= [];
        if (privateIps.Count > 0 && privateIps.Count != allocations.Count)
        {
            throw Errors.InvalidParameterValue(
                "The number of private IP addresses must be the same as the number of allocation IDs.");
        }

        foreach (var id in allocations)
        {
            Ec2Kinds.Address.CheckForm(id);
        }

        return allocations.Distinct(StringComparer.Ordinal).Count() == allocations.Count
            ? allocations.Select((id, place) => new NatGatewayWishRecord
            {
                AllocationId = new AllocationId(id), PrivateIp = privateIps.Count > 0 ? privateIps[place] : null,
            })
            : throw Errors.InvalidParameterValue("An allocation ID is specified twice.");
    }

    private static ImmutableArray<NatGatewayWishRecord> Public(ReadCall call, CreateNatGatewayRequest request)
    {
        if (request.SecondaryPrivateIpAddressCount is not null)
        {
            throw Errors.InvalidParameterCombination(
                "secondaryPrivateIpAddressCount can be specified for private NAT gateways only");
        }

        var id = request.AllocationId ?? throw Errors.Missing("allocationId");
        Ec2Kinds.Address.CheckForm(id);
        if (request.SecondaryAllocationIds?.Contains(id) == true)
        {
            throw Errors.InvalidParameterValue("An allocation ID is specified twice.");
        }

        ImmutableArray<NatGatewayWishRecord> wishes =
        [
            new() { AllocationId = new AllocationId(id), PrivateIp = request.PrivateIpAddress },
            .. Pairs(request.SecondaryAllocationIds, request.SecondaryPrivateIpAddresses),
        ];
        Limits.CheckNatGatewayElasticIps(call, wishes.Length);
        return wishes;
    }

    private static ImmutableArray<NatGatewayWishRecord> Private(ReadCall call, CreateNatGatewayRequest request)
    {
        if (request.AllocationId is not null || request.SecondaryAllocationIds is { Count: > 0 })
        {
            throw Errors.InvalidParameterCombination(
                "An Elastic IP address cannot be specified for a private NAT gateway");
        }

        var named = request.SecondaryPrivateIpAddresses ?? [];
        if (named.Count > 0 && request.SecondaryPrivateIpAddressCount is not null)
        {
            throw Errors.InvalidParameterCombination(
                "secondaryPrivateIpAddresses and secondaryPrivateIpAddressCount cannot be specified together");
        }

        ImmutableArray<NatGatewayWishRecord> wishes =
        [
            new() { PrivateIp = request.PrivateIpAddress },
            .. named.Select(ip => new NatGatewayWishRecord { PrivateIp = ip }),
            .. Enumerable.Repeat(new NatGatewayWishRecord(), request.SecondaryPrivateIpAddressCount ?? 0),
        ];
        Limits.CheckNatGatewayPrivateIps(call, wishes.Length);
        return wishes;
    }

    private static void CheckPrivateIps(ReadCall call, SubnetRecord subnet, ImmutableArray<NatGatewayWishRecord> wishes)
    {
        var addresses = new SubnetAddresses(call, subnet);
        foreach (var ip in wishes.Select(w => w.PrivateIp).OfType<string>())
        {
            addresses.Claim(ip);
        }
    }
}
