using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves transit gateways on: pending and modifying to available, deleting to deleted, and what is deleted out of
/// sight. AWS gives no durations: guessed.
/// </summary>
public sealed class TransitGatewayLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the gateway's id.</summary>
    internal const string TimerKind = "ec2.transit-gateway";

    private static readonly TimeSpan Making = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Changing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Deleting = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a new gateway and sets it on its way.</summary>
    internal static void Begin(Call call, TransitGatewayRecord gateway)
    {
        call.Write(TransitTables.Gateways).Put(gateway);
        call.Settle(TimerKind, Making, gateway.Id.Value);
    }

    /// <summary>Puts a changed gateway and lets the change take its time.</summary>
    internal static TransitGatewayRecord Change(Call call, TransitGatewayRecord gateway)
    {
        var changing = gateway with { State = TransitGatewayState.Modifying };
        call.Write(TransitTables.Gateways).Put(changing);
        call.Settle(TimerKind, Changing, gateway.Id.Value);
        return changing;
    }

    /// <summary>Sets a gateway on its way out.</summary>
    internal static TransitGatewayRecord End(Call call, TransitGatewayRecord gateway)
    {
        var deleting = gateway with { State = TransitGatewayState.Deleting };
        call.Write(TransitTables.Gateways).Put(deleting);
        call.Settle(TimerKind, Deleting, gateway.Id.Value);
        return deleting;
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var gateways = call.Write(TransitTables.Gateways);
        var id = new TransitGatewayId(subject);
        switch (gateways.Find(id))
        {
            case { State: TransitGatewayState.Pending or TransitGatewayState.Modifying } gateway:
                gateways.Put(gateway with { State = TransitGatewayState.Available });
                break;
            case { State: TransitGatewayState.Deleting } gateway:
                TransitRouteTables.RemoveAll(call, id);
                gateways.Put(gateway with
                {
                    State = TransitGatewayState.Deleted, AssociationTableId = null, PropagationTableId = null,
                });
                call.Schedule(TimerKind, call.Now + Visible, subject);
                break;
            case { State: TransitGatewayState.Deleted }:
                gateways.Remove(id);
                TagStore.Forget(call, subject);
                break;
            default:
                break;
        }
    }
}
