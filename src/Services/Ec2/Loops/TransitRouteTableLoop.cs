using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Tagging;
using Code = Orrery.Wire.Generated.Ec2.TransitGatewayRouteTableState;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves route tables of transit gateways on: pending to available, deleting to deleted, and what is deleted out of
/// sight. AWS gives no durations: guessed.
/// </summary>
public sealed class TransitRouteTableLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the table's id.</summary>
    internal const string TimerKind = "ec2.transit-gateway.route-table";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets a new table on its way.</summary>
    internal static void Begin(Call call, TransitGatewayRouteTableRecord table) =>
        call.Settle(TimerKind, Step, table.Id.Value);

    /// <summary>Sets a table on its way out; its routes and propagations end at once.</summary>
    internal static TransitGatewayRouteTableRecord End(Call call, TransitGatewayRouteTableRecord table)
    {
        TransitRouteTables.Empty(call, table);
        var deleting = table with { State = Code.Deleting };
        call.Write(TransitTables.RouteTables).Put(deleting);
        call.Settle(TimerKind, Step, table.Id.Value);
        return deleting;
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var tables = call.Write(TransitTables.RouteTables);
        var id = new TransitGatewayRouteTableId(subject);
        switch (tables.Find(id))
        {
            case { State: Code.Pending } table:
                tables.Put(table with { State = Code.Available });
                break;
            case { State: Code.Deleting } table:
                tables.Put(table with { State = Code.Deleted });
                call.Schedule(TimerKind, call.Now + Visible, subject);
                break;
            case { State: Code.Deleted }:
                tables.Remove(id);
                TagStore.Forget(call, subject);
                break;
            default:
                break;
        }
    }
}
