using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves customer gateways on: pending to available, deleting to deleted, and what is deleted out of sight. States: EC2
/// API Reference, CustomerGateway.
/// </summary>
public sealed class CustomerGatewayLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the gateway's id.</summary>
    internal const string TimerKind = "ec2.customer-gateway";

    // AWS gives no figures: guessed.
    private static readonly TimeSpan Changing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a gateway that is pending or deleting, and sets it on its way.</summary>
    internal static void Begin(Call call, CustomerGatewayRecord gateway)
    {
        call.Write(VpnTables.CustomerGateways).Put(gateway);
        call.Cancel(TimerKind, gateway.Id.Value);
        call.Settle(TimerKind, Changing, gateway.Id.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var id = new CustomerGatewayId(subject);
        var gateways = call.Write(VpnTables.CustomerGateways);
        switch (gateways.Find(id))
        {
            case { State: VpnState.Pending } gateway:
                gateways.Put(gateway with { State = VpnState.Available });
                break;
            case { State: VpnState.Deleting } gateway:
                gateways.Put(gateway with { State = VpnState.Deleted });
                call.Schedule(TimerKind, call.Now + Visible, subject);
                break;
            case { State: VpnState.Deleted }:
                gateways.Remove(id);
                TagStore.Forget(call, subject);
                break;
            default:
                break;
        }
    }
}
