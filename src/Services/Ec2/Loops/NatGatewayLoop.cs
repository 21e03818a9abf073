using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves NAT gateways on: pending to available or failed, deleting to deleted, and what is failed or deleted out of
/// sight after about an hour. Source: Amazon VPC User Guide, "Troubleshoot NAT gateways".
/// </summary>
public sealed class NatGatewayLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the gateway's id.</summary>
    internal const string TimerKind = "ec2.nat-gateway";

    // AWS says "a few minutes" for the first and nothing for the second: guessed.
    private static readonly TimeSpan Making = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Deleting = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets a new gateway on its way.</summary>
    internal static void Begin(Call call, NatGatewayRecord gateway) => call.Settle(TimerKind, Making, gateway.Id.Value);

    /// <summary>Sets a gateway on its way out, whatever it was waiting for.</summary>
    internal static void End(Call call, NatGatewayRecord gateway)
    {
        call.Cancel(TimerKind, gateway.Id.Value);
        call.Write(Tables.NatGateways).Put(gateway with { State = NatGatewayState.Deleting });
        call.Settle(TimerKind, Deleting, gateway.Id.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var id = new NatGatewayId(subject);
        switch (call.Read(Tables.NatGateways).Find(id))
        {
            case { State: NatGatewayState.Pending } gateway:
                Make(call, gateway);
                break;
            case { State: NatGatewayState.Deleting } gateway:
                Close(call, gateway);
                break;
            case { State: NatGatewayState.Failed or NatGatewayState.Deleted }:
                call.Write(Tables.NatGateways).Remove(id);
                TagStore.Forget(call, subject);
                break;
            default:
                break;
        }
    }

    private static void Make(Call call, NatGatewayRecord gateway)
    {
        if (NatGatewayRules.Obstacle(call, gateway) is { } obstacle)
        {
            Fail(call, gateway, obstacle.Code, obstacle.Message);
            return;
        }

        NetworkInterfaceRecord face;
        try
        {
            face = NatGatewayAddresses.MakeInterface(call, gateway);
        }
        catch (ServiceException refusal)
        {
            var full = refusal.Code == "InsufficientFreeAddressesInSubnet";
            Fail(call, gateway, refusal.Code, full
                ? "Subnet has insufficient free addresses to create this NAT gateway"
                : refusal.Message);
            return;
        }

        call.Write(Tables.NatGateways).Put(gateway with
        {
            State = NatGatewayState.Available,
            Addresses = [.. gateway.Wishes.Select((wish, place) => NatGatewayAddresses.Give(call, face, place, wish))],
        });
    }

    private static void Fail(Call call, NatGatewayRecord gateway, string code, string message)
    {
        call.Write(Tables.NatGateways).Put(gateway with
        {
            State = NatGatewayState.Failed,
            DeleteTime = call.Now,
            FailureCode = code,
            FailureMessage = message,
        });
        call.Schedule(TimerKind, call.Now + Visible, gateway.Id.Value);
    }

    private static void Close(Call call, NatGatewayRecord gateway)
    {
        if (gateway.Addresses is [{ NetworkInterfaceId: { } face }, ..])
        {
            InterfaceFactory.Remove(call, face);
        }

        call.Write(Tables.NatGateways).Put(gateway with { State = NatGatewayState.Deleted, DeleteTime = call.Now });
        call.Schedule(TimerKind, call.Now + Visible, gateway.Id.Value);
    }
}
