using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends Capacity Reservations whose time is over, and takes those that ended out of sight, after an hour (guessed).
/// </summary>
public sealed class CapacityReservationLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a reservation.</summary>
    internal const string TimerKind = "ec2.capacity-reservation";

    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets the timer that a reservation needs in its state.</summary>
    internal static void Watch(Call call, CapacityReservationRecord reservation)
    {
        call.Cancel(TimerKind, reservation.Id.Value);
        var due = reservation.State == CapacityReservationState.Active ? reservation.EndTime : call.Now + Visible;
        if (due is { } at)
        {
            call.Schedule(TimerKind, at, reservation.Id.Value);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(CapacityTables.Reservations).Find(new(subject)) is not { } reservation)
        {
            return;
        }

        if (reservation.State == CapacityReservationState.Active)
        {
            ReservationLife.End(call, reservation, CapacityReservationState.Expired);
            return;
        }

        call.Write(CapacityTables.Reservations).Remove(reservation.Id);
        TagStore.Forget(call, subject);
    }
}
