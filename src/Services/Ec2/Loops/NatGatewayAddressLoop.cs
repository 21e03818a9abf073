using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends what was begun with secondary addresses of NAT gateways: associating and assigning come to succeeded or failed,
/// disassociating and unassigning to the address being gone. Source: EC2 API Reference, NatGatewayAddress.
/// </summary>
public sealed class NatGatewayAddressLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the gateway's id, a slash and the private address.</summary>
    internal const string TimerKind = "ec2.nat-gateway.address";

    // AWS gives no figure: guessed.
    private static readonly TimeSpan Adding = TimeSpan.FromSeconds(30);

    // EC2 API Reference, DisassociateNatGatewayAddress and UnassignPrivateNatGatewayAddress: MaxDrainDurationSeconds.
    private const int DefaultDrainSeconds = 350;

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets an address that was added on its way.</summary>
    internal static void BeginAdding(Call call, NatGatewayRecord gateway, string privateIp) =>
        call.Settle(TimerKind, Adding, $"{gateway.Id}/{privateIp}");

    /// <summary>Sets an address on its way out, once connections have drained.</summary>
    internal static void BeginDraining(Call call, NatGatewayRecord gateway, string privateIp, int? seconds) =>
        call.Settle(TimerKind, TimeSpan.FromSeconds(seconds ?? DefaultDrainSeconds), $"{gateway.Id}/{privateIp}");

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        var gateway = call.Read(Tables.NatGateways).Find(new NatGatewayId(subject[..slash]));
        var address = gateway?.Addresses.FirstOrDefault(a => a.PrivateIp == subject[(slash + 1)..]);
        if (address is null || gateway is not { State: NatGatewayState.Available })
        {
            return;
        }

        call.Write(Tables.NatGateways).Put(address.Status switch
        {
            NatGatewayAddressStatus.Associating or NatGatewayAddressStatus.Assigning =>
                gateway with { Addresses = gateway.Addresses.Replace(address, Added(call, gateway, address)) },
            NatGatewayAddressStatus.Disassociating or NatGatewayAddressStatus.Unassigning =>
                Without(call, gateway, address),
            _ => gateway,
        });
    }

    private static NatGatewayAddressRecord Added(Call call, NatGatewayRecord gateway, NatGatewayAddressRecord address)
    {
        if (address.AllocationId is { } allocation
            && NatGatewayRules.AddressObstacle(call, allocation) is { } obstacle)
        {
            return address with { Status = NatGatewayAddressStatus.Failed, FailureMessage = obstacle.Message };
        }

        return NatGatewayAddresses.Associated(call, NatGatewayRules.InterfaceOf(call, gateway), address);
    }

    private static NatGatewayRecord Without(Call call, NatGatewayRecord gateway, NatGatewayAddressRecord address)
    {
        NatGatewayAddresses.Release(call, gateway, address);
        return gateway with { Addresses = gateway.Addresses.Remove(address) };
    }
}
