using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>One look at a fleet: what it has, what it lacks, what is too much.</summary>
internal static class FleetUpkeep
{
    /// <summary>Brings a fleet to its target as far as there is room.</summary>
    public static void Run(Call call, FleetRecord fleet)
    {
        var request = ShapeJson.Read<CreateFleetRequest>(fleet.Request);
        if (fleet.State is FleetStateCode.DeletedRunning or FleetStateCode.DeletedTerminating or FleetStateCode.Deleted)
        {
            Close(call, fleet);
            return;
        }

        if (request.ValidUntil <= call.Now)
        {
            FleetHistory.Add(call, fleet, FleetEventType.FleetChange, "expired");
            Delete(call, fleet, request.TerminateInstancesWithExpiration == true);
            return;
        }

        if (request.ValidFrom > call.Now)
        {
            call.Schedule(FleetLoop.TimerKind, request.ValidFrom.Value, fleet.Id.Value);
            return;
        }

        if (fleet.State == FleetStateCode.Submitted)
        {
            FleetHistory.Add(call, fleet, FleetEventType.FleetChange, FleetStateCode.Active.ToWire());
        }

        var (onDemand, spot) = Missing(call, fleet, request);
        var launcher = new FleetLauncher(call, fleet);
        launcher.Launch(onDemand, spot);
        Note(call, fleet, launcher);
        var isShort = launcher.Errors.Count > 0;
        fleet = fleet with
        {
            State = FleetStateCode.Active,
            Errors = [.. launcher.Errors],
            LaunchedOnDemand = fleet.LaunchedOnDemand + UnitsOf(launcher.Launched, spot: false),
            LaunchedSpot = fleet.LaunchedSpot + UnitsOf(launcher.Launched, spot: true),
        };
        call.Write(SpotTables.Fleets).Put(fleet);
        Rebalance(call, fleet, request);
        Shrink(call, fleet, request);
        Schedule(call, fleet, request, isShort);
    }

    private static void Note(Call call, FleetRecord fleet, FleetLauncher launcher)
    {
        foreach (var instance in launcher.Launched)
        {
            if (instance.SpotRequestId is { } id && call.Read(SpotTables.Requests).Find(new(id)) is { } request)
            {
                FleetEvents.Request(call, request, "submitted", before: null);
                FleetEvents.Request(call, request, request.State.ToWire(), "submitted");
            }

            FleetHistory.Add(call, fleet, FleetEventType.InstanceChange, "launched", instance.Id.Value);
        }

        var news = launcher.Errors.Except(fleet.Errors).ToList();
        foreach (var error in news)
        {
            FleetHistory.Add(call, fleet, FleetEventType.ServiceError, error.Code, error.Message);
        }

        if (launcher.Launched.Count == 0 && news.Count == launcher.Errors.Count)
        {
            FleetEvents.Halted(call, fleet, launcher.Errors);
        }

        if (fleet.State == FleetStateCode.Modifying)
        {
            FleetHistory.Add(call, fleet, FleetEventType.FleetChange, "modify_succeeded");
        }
    }

    /// <summary>Deletes a fleet, with or without its instances.</summary>
    public static FleetRecord Delete(Call call, FleetRecord fleet, bool terminate)
    {
        call.Cancel(FleetLoop.TimerKind, fleet.Id.Value);
        fleet = fleet with
        {
            State = terminate ? FleetStateCode.DeletedTerminating : FleetStateCode.DeletedRunning, Errors = [],
        };
        call.Write(SpotTables.Fleets).Put(fleet);
        FleetHistory.Add(call, fleet, FleetEventType.FleetChange, fleet.State.ToWire());
        // What was stopped by an interruption ends with its fleet: EC2 User Guide, "Stop interrupted Spot Instances".
        foreach (var instance in call.Read(InstanceTables.Instances)
            .By(SpotTables.InstancesByFleet, fleet.Id.Value).ToList())
        {
            if (terminate || instance is
                {
                    SpotRequestId: not null, State: InstanceStateName.Stopping or InstanceStateName.Stopped,
                })
            {
                FleetLoop.Terminate(call, instance.Id);
            }
        }

        FleetLoop.Work(call, fleet.Id);
        return fleet;
    }

    /// <summary>The instances of a fleet that run or are about to.</summary>
    public static IEnumerable<InstanceRecord> Members(ReadCall call, FleetRecord fleet) =>
        call.Read(InstanceTables.Instances).By(SpotTables.InstancesByFleet, fleet.Id.Value)
            .Where(i => i.State is InstanceStateName.Pending or InstanceStateName.Running);

    /// <summary>The units of instances.</summary>
    public static double UnitsOf(IEnumerable<InstanceRecord> instances, bool spot) =>
        instances.Where(i => i.SpotRequestId is not null == spot).Sum(i => i.Fleet!.Weight);

    private static (double OnDemand, double Spot) Missing(ReadCall call, FleetRecord fleet, CreateFleetRequest request)
    {
        if (fleet.Type != FleetType.Maintain)
        {
            return (fleet.OnDemand - fleet.LaunchedOnDemand, fleet.Spot - fleet.LaunchedSpot);
        }

        // An instance at risk is replaced ahead where the fleet is to rebalance, so that it does not count.
        var rebalances = request.SpotOptions?.MaintenanceStrategies?.CapacityRebalance is not null;
        var counted = Members(call, fleet).Where(i => !rebalances || i.RebalanceAt is null).ToList();
        return (fleet.OnDemand - UnitsOf(counted, spot: false), fleet.Spot - UnitsOf(counted, spot: true));
    }

    private static void Rebalance(Call call, FleetRecord fleet, CreateFleetRequest request)
    {
        if (request.SpotOptions?.MaintenanceStrategies?.CapacityRebalance is not
            { ReplacementStrategy: FleetReplacementStrategy.LaunchBeforeTerminate } rebalance)
        {
            return;
        }

        foreach (var instance in Members(call, fleet).Where(i => i.RebalanceAt is not null))
        {
            call.Cancel(FleetLoop.TimerKind, instance.Id.Value);
            call.Schedule(
                FleetLoop.TimerKind,
                instance.RebalanceAt!.Value + TimeSpan.FromSeconds(rebalance.TerminationDelay ?? 120),
                instance.Id.Value);
        }
    }

    // The youngest first; AWS says only that it ends instances (guessed).
    private static void Shrink(Call call, FleetRecord fleet, CreateFleetRequest request)
    {
        if (fleet.Type != FleetType.Maintain
            || request.ExcessCapacityTerminationPolicy == FleetExcessCapacityTerminationPolicy.NoTermination)
        {
            return;
        }

        foreach (var isSpot in (bool[])[false, true])
        {
            var members = Members(call, fleet)
                .Where(i => i.SpotRequestId is not null == isSpot && i.RebalanceAt is null)
                .OrderByDescending(i => i.LaunchTime).ThenByDescending(i => i.Id).ToList();
            var excess = UnitsOf(members, isSpot) - (isSpot ? fleet.Spot : fleet.OnDemand);
            foreach (var instance in members)
            {
                if (instance.Fleet!.Weight <= excess)
                {
                    excess -= instance.Fleet.Weight;
                    if (isSpot)
                    {
                        FleetHistory.Add(
                            call, fleet, FleetEventType.InstanceChange, "termination_notified", instance.Id.Value);
                    }

                    FleetLoop.Terminate(call, instance.Id);
                }
            }
        }
    }

    private static void Schedule(Call call, FleetRecord fleet, CreateFleetRequest request, bool isShort)
    {
        call.Cancel(FleetLoop.TimerKind, fleet.Id.Value);
        var retry = isShort && fleet.Type != FleetType.Instant
            ? call.Now + SpotPrices.Slot
            : (DateTimeOffset?)null;
        var due = retry is { } at && !(request.ValidUntil < at) ? at : request.ValidUntil;
        if (due is { } instant && fleet.Type != FleetType.Instant)
        {
            call.Schedule(FleetLoop.TimerKind, instant, fleet.Id.Value);
        }
    }

    private static void Close(Call call, FleetRecord fleet)
    {
        if (fleet.State == FleetStateCode.Deleted || Members(call, fleet).Any())
        {
            return;
        }

        fleet = fleet with { State = FleetStateCode.Deleted };
        call.Write(SpotTables.Fleets).Put(fleet);
        FleetHistory.Add(call, fleet, FleetEventType.FleetChange, fleet.State.ToWire());
    }
}
