using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Code = Orrery.Wire.Generated.Ec2.TransitGatewayPrefixListReferenceState;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends what was begun with references of transit gateways to prefix lists: pending and modifying to available,
/// deleting to gone. AWS gives no durations: guessed.
/// </summary>
public sealed class TransitReferenceLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the key of the reference.</summary>
    internal const string TimerKind = "ec2.transit-gateway.prefix-list";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a reference and sets it on its way, instead of what it was waiting for.</summary>
    internal static void Begin(Call call, TransitGatewayRouteRecord reference)
    {
        call.Cancel(TimerKind, reference.Key.Value);
        call.Write(TransitTables.Routes).Put(reference);
        call.Settle(TimerKind, Step, reference.Key.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var routes = call.Write(TransitTables.Routes);
        switch (routes.Find(new TransitGatewayRouteKey(subject)))
        {
            case { ReferenceState: Code.Pending or Code.Modifying } reference:
                routes.Put(reference with { ReferenceState = Code.Available });
                break;
            case { ReferenceState: Code.Deleting } reference:
                routes.Remove(reference.Key);
                break;
            default:
                break;
        }
    }
}
