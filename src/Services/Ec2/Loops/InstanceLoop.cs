using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves instances on: pending to running and, later, to passed status checks; stopping to stopped; shutting-down to
/// terminated, and what is terminated out of sight. Source: EC2 User Guide, "Amazon EC2 instance state changes"; EC2
/// API Reference, TerminateInstances (visible for about an hour).
/// </summary>
public sealed class InstanceLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is an instance, or the reservation of those launched.</summary>
    internal const string TimerKind = "ec2.instance";

    private const string Reservation = "r-";

    // AWS documents none of these but the last: guessed.
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Checking = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ShuttingDown = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CuttingOff = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public bool Together => true;

    /// <summary>Sets the instances of a launch on their way, all with one timer.</summary>
    internal static void Launch(Call call, string reservation) => call.Settle(TimerKind, Starting, reservation);

    /// <summary>Puts an instance that starts or reboots and sets it on its way.</summary>
    internal static void Boot(Call call, InstanceRecord instance)
    {
        call.Cancel(TimerKind, instance.Id.Value);
        call.Write(InstanceTables.Instances).Put(instance);
        InstanceVolumes.Changed(call, instance);
        if (instance.State == InstanceStateName.Pending)
        {
            StateEvents.Tell(call, instance);
            call.Settle(TimerKind, Starting, instance.Id.Value);
        }
        else
        {
            Impairments.Rebooted(call, instance.Id);
            call.Settle(TimerKind, Checking, instance.Id.Value);
        }
    }

    /// <summary>Puts an instance that stops or ends and sets it on its way.</summary>
    /// <param name="call">The call.</param>
    /// <param name="instance">The instance in its new state.</param>
    /// <param name="cutOff">Whether its operating system is not asked first.</param>
    internal static void End(Call call, InstanceRecord instance, bool cutOff)
    {
        call.Cancel(TimerKind, instance.Id.Value);
        call.Write(InstanceTables.Instances).Put(instance);
        call.Settle(TimerKind, cutOff ? CuttingOff : ShuttingDown, instance.Id.Value);
        Lives.Note(call, instance);
        Impairments.MendAll(call, instance.Id);
        StateEvents.Tell(call, instance);
        LaunchFollowers.Ended(call, instance);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (!subject.StartsWith(Reservation, StringComparison.Ordinal))
        {
            if (call.Read(InstanceTables.Instances).Find(new(subject)) is { } one && Move(call, one) is { } moved)
            {
                StateEvents.Tell(call, moved);
                if (moved.State == InstanceStateName.Running)
                {
                    call.Settle(TimerKind, Checking, subject);
                }
            }

            return;
        }

        // Those that were stopped or rebooted since have timers of their own, as have those that end.
        var started = new List<InstanceRecord>();
        foreach (var instance in call.Read(InstanceTables.Instances)
            .By(InstanceTables.InstancesByReservation, subject).ToList())
        {
            if (instance is { Boots: 1, State: InstanceStateName.Pending or InstanceStateName.Running }
                && Move(call, instance) is { } running)
            {
                started.Add(running);
            }
        }

        StateEvents.Tell(call, started);
        if (started.Count > 0)
        {
            call.Settle(TimerKind, Checking, subject);
        }
    }

    // The instance in its new state; null where it stays in its state or is gone.
    private static InstanceRecord? Move(Call call, InstanceRecord instance)
    {
        switch (instance.State)
        {
            case InstanceStateName.Pending:
                instance = Run(instance);
                call.Write(InstanceTables.Instances).Put(instance);
                InstanceProfiles.Applied(call, instance.Id);
                Lives.Note(call, instance);
                return instance;
            case InstanceStateName.Running when instance.ChecksPassedAt is null:
                call.Write(InstanceTables.Instances).Put(instance with { ChecksPassedAt = call.Now });
                return null;
            case InstanceStateName.Stopping:
                InstancePublicIps.Stop(call, instance);
                instance = instance with { State = InstanceStateName.Stopped };
                call.Write(InstanceTables.Instances).Put(instance);
                InstanceVolumes.Changed(call, instance);
                return instance;
            case InstanceStateName.ShuttingDown:
                InstanceInterfaces.Release(call, instance);
                InstanceProfiles.Release(call, instance.Id);
                InstanceVolumes.Release(call, instance);
                instance = instance with { State = InstanceStateName.Terminated };
                call.Write(InstanceTables.Instances).Put(instance);
                call.Schedule(TimerKind, call.Now + Visible, instance.Id.Value);
                return instance;
            case InstanceStateName.Terminated:
                call.Write(InstanceTables.Instances).Remove(instance.Id);
                TagStore.Forget(call, instance.Id.Value);
                BodyTables.Forget(call, instance.Id);
                return null;
            default:
                return null;
        }
    }

    private static InstanceRecord Run(InstanceRecord instance) => InstanceSettingsLoop.Applied(instance) with
    {
        State = InstanceStateName.Running, StateReason = null, StateTransitionReason = "", IsHibernated = false,
    };
}
