using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// From which states an instance may be started, stopped, rebooted and terminated, and what its record says then.
/// Sources: EC2 User Guide, "Amazon EC2 instance state changes"; EC2 API Reference, InstanceState (codes) and
/// StateReason; messages as public logs of clients show them.
/// </summary>
internal static class InstanceStates
{
    /// <summary>The number of a state.</summary>
    public static int CodeOf(InstanceStateName state) => state switch
    {
        InstanceStateName.Pending => 0,
        InstanceStateName.Running => 16,
        InstanceStateName.ShuttingDown => 32,
        InstanceStateName.Terminated => 48,
        InstanceStateName.Stopping => 64,
        InstanceStateName.Stopped => 80,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown state."),
    };

    /// <summary>A state as the API writes it.</summary>
    public static InstanceState View(InstanceStateName state) => new() { Code = CodeOf(state), Name = state };

    /// <summary>The change that an operation made, as the API writes it.</summary>
    public static InstanceStateChange Change(InstanceRecord before, InstanceRecord after) => new()
    {
        InstanceId = before.Id.Value, PreviousState = View(before.State), CurrentState = View(after.State),
    };

    /// <summary>Refuses an instance that is not stopped.</summary>
    /// <exception cref="ServiceException">IncorrectInstanceState.</exception>
    public static InstanceRecord Stopped(InstanceRecord instance) =>
        instance.State == InstanceStateName.Stopped
            ? instance
            : throw new ServiceException(
                "IncorrectInstanceState", $"The instance '{instance.Id}' is not in the 'stopped' state.");

    /// <summary>The instance on its way up again; one that runs or is about to stays as it is.</summary>
    /// <exception cref="ServiceException">IncorrectInstanceState, or VcpuLimitExceeded.</exception>
    public static InstanceRecord Started(ReadCall call, InstanceRecord instance)
    {
        switch (instance.State)
        {
            case InstanceStateName.Running or InstanceStateName.Pending:
                return instance;
            case InstanceStateName.Stopped:
                if (ReservedPlaces.Of(call, instance).Room == 0)
                {
                    InstanceLimits.CheckVcpus(call, InstanceTypeCatalog.Get(instance.InstanceType), 1);
                }

                return instance with
                {
                    State = InstanceStateName.Pending,
                    StateReason = null,
                    StateTransitionReason = "",
                    LaunchTime = call.Now,
                    Boots = instance.Boots + 1,
                    ChecksPassedAt = null,
                };
            default:
                throw Incorrect(instance, "started");
        }
    }

    /// <summary>The instance on its way to a stop; one that is stopped or about to be stays as it is.</summary>
    /// <exception cref="ServiceException">IncorrectInstanceState, or OperationNotPermitted.</exception>
    public static InstanceRecord Stopped(ReadCall call, InstanceRecord instance, bool hibernates = false)
    {
        switch (instance.State)
        {
            case InstanceStateName.Stopping or InstanceStateName.Stopped:
                return instance;
            case InstanceStateName.Running when instance.DisableApiStop:
                throw Errors.OperationNotPermitted(
                    $"The instance '{instance.Id}' may not be stopped. Modify its 'disableApiStop' instance attribute "
                    + "and try again.");
            case InstanceStateName.Running:
                return hibernates
                    ? ByUser(call, instance, InstanceStateName.Stopping, "hibernate") with { IsHibernated = true }
                    : ByUser(call, instance, InstanceStateName.Stopping);
            default:
                throw Incorrect(instance, "stopped");
        }
    }

    /// <summary>The instance on its way to its end; one that is there or about to be stays as it is.</summary>
    /// <exception cref="ServiceException">OperationNotPermitted.</exception>
    public static InstanceRecord Terminated(ReadCall call, InstanceRecord instance)
    {
        if (instance.State is InstanceStateName.ShuttingDown or InstanceStateName.Terminated)
        {
            return instance;
        }

        return instance.DisableApiTermination
            ? throw Errors.OperationNotPermitted(
                $"The instance '{instance.Id}' may not be terminated. Modify its 'disableApiTermination' instance "
                + "attribute and try again.")
            : ByUser(call, instance, InstanceStateName.ShuttingDown);
    }

    /// <summary>The instance as it boots once more; requests for one that is ending are ignored.</summary>
    /// <exception cref="ServiceException">IncorrectInstanceState.</exception>
    public static InstanceRecord Rebooted(InstanceRecord instance) => instance.State switch
    {
        InstanceStateName.Running => instance with { Boots = instance.Boots + 1, ChecksPassedAt = null },
        InstanceStateName.ShuttingDown or InstanceStateName.Terminated => instance,
        _ => throw Incorrect(instance, "rebooted"),
    };

    /// <summary>Refuses an instance that is ending or has ended.</summary>
    /// <exception cref="ServiceException">IncorrectInstanceState.</exception>
    public static InstanceRecord Alive(InstanceRecord instance) =>
        instance.State is InstanceStateName.ShuttingDown or InstanceStateName.Terminated
            ? throw new ServiceException(
                "IncorrectInstanceState", $"The instance '{instance.Id}' is {instance.State.ToWire()}.")
            : instance;

    // Source of the code of a hibernation: EC2 User Guide, "Hibernate your Amazon EC2 instance".
    private static InstanceRecord ByUser(
        ReadCall call, InstanceRecord instance, InstanceStateName state, string what = "shutdown")
    {
        var code = what == "hibernate" ? "Client.UserInitiatedHibernate" : "Client.UserInitiatedShutdown";
        var when = call.Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return instance with
        {
            State = state,
            StateReason = new(code, $"{code}: User initiated {what}"),
            StateTransitionReason = $"User initiated ({when} GMT)",
            ChecksPassedAt = null,
        };
    }

    private static ServiceException Incorrect(InstanceRecord instance, string done) => new(
        "IncorrectInstanceState",
        $"The instance '{instance.Id}' is not in a state from which it can be {done}.");
}
