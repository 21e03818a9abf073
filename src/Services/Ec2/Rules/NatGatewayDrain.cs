using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Takes secondary addresses out of use. Source: EC2 API Reference, DisassociateNatGatewayAddress.</summary>
internal static class NatGatewayDrain
{
    /// <summary>Marks addresses as leaving and sets them on their way; the primary one stays for good.</summary>
    /// <returns>The addresses as they are now.</returns>
    /// <exception cref="Core.ServiceException">InvalidParameterValue: the primary address.</exception>
    public static IReadOnlyList<NatGatewayAddressRecord> Begin(
        Call call,
        NatGatewayRecord gateway,
        IReadOnlyList<NatGatewayAddressRecord> leaving,
        NatGatewayAddressStatus status,
        int? seconds)
    {
        if (leaving.FirstOrDefault(a => a.IsPrimary) is { } primary)
        {
            throw Errors.InvalidParameterValue(
                $"The primary address {primary.PrivateIp} of the NAT gateway {gateway.Id} cannot be taken from it.");
        }

        var drained = leaving.Select(a => a with { Status = status }).ToList();
        call.Write(Tables.NatGateways).Put(gateway with
        {
            Addresses = [.. gateway.Addresses.Select(a => drained.Find(d => d.PrivateIp == a.PrivateIp) ?? a)],
        });
        drained.ForEach(a => NatGatewayAddressLoop.BeginDraining(call, gateway, a.PrivateIp, seconds));
        return drained;
    }
}
