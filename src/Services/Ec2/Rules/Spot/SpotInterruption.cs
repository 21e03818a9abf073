using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Spot;

/// <summary>
/// The interruption of a Spot Instance: a rebalance recommendation, the notice two minutes before, and the end; one
/// that hibernates does so with the notice, and stops where it cannot. Sources: EC2 User Guide, "Spot Instance
/// interruption notices", "Hibernate interrupted Spot Instances" and "EC2 instance rebalance recommendations"; EC2 API
/// Reference, StateReason, which has no code of its own for a hibernation: that of a stop is guessed.
/// </summary>
internal static class SpotInterruption
{
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(2);

    /// <summary>Tells an instance that it may be interrupted before long.</summary>
    public static InstanceRecord Recommend(Call call, InstanceRecord instance)
    {
        if (instance.RebalanceAt is not null)
        {
            return instance;
        }

        instance = instance with { RebalanceAt = call.Now };
        call.Write(InstanceTables.Instances).Put(instance);
        SpotEvents.Tell(
            call, instance, "EC2 Instance Rebalance Recommendation", $$"""{"instance-id":"{{instance.Id}}"}""");
        FleetLoop.Wake(call, instance);
        InstanceWatch.Tell(call, instance.Id.Value);
        return instance;
    }

    /// <summary>Gives the notice, with the recommendation where there was none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="instance">A Spot Instance that runs.</param>
    /// <param name="cause">The end of the status code.</param>
    public static void Warn(Call call, InstanceRecord instance, string cause)
    {
        if (instance.SpotNotice is not null || Request(call, instance) is not { } request)
        {
            return;
        }

        instance = Recommend(call, instance);
        var action = request.Behavior;
        var at = action == InstanceInterruptionBehavior.Hibernate ? call.Now : call.Now + Notice;
        instance = instance with { SpotNotice = new(action, at, cause) };
        call.Write(InstanceTables.Instances).Put(instance);
        call.Write(SpotTables.Requests).Put(request with
        {
            StatusCode = action == InstanceInterruptionBehavior.Terminate
                ? SpotStatus.MarkedForTermination
                : SpotStatus.MarkedForStop,
            StatusTime = call.Now,
        });
        SpotEvents.Tell(
            call, instance, "EC2 Spot Instance Interruption Warning",
            $$"""{"instance-id":"{{instance.Id}}","instance-action":"{{action.ToWire()}}"}""");
        SpotInstanceLoop.Watch(call, instance);
    }

    /// <summary>Stops, hibernates or terminates an instance whose notice is over.</summary>
    public static void Interrupt(Call call, InstanceRecord instance, SpotNoticeRecord notice)
    {
        var stops = notice.Action != InstanceInterruptionBehavior.Terminate;
        var when = call.Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var code = stops ? "Server.SpotInstanceShutdown" : "Server.SpotInstanceTermination";
        var ended = instance with
        {
            State = stops ? InstanceStateName.Stopping : InstanceStateName.ShuttingDown,
            StateReason = new(code, $"{code}: Spot Instance {(stops ? "shutdown" : "termination")}"),
            StateTransitionReason = $"Service initiated ({when} GMT)",
            ChecksPassedAt = null,
            IsHibernated = notice.Action == InstanceInterruptionBehavior.Hibernate
                && Hibernation.IsPossible(call, instance),
        };
        InstanceLoop.End(call, ended, cutOff: false);
    }

    /// <summary>Makes as many Spot Instances of a pool give way as are too many: the youngest first.</summary>
    public static void GiveWay(Call call, SpotPool pool)
    {
        var excess = CapacityPools.Excess(call, pool);
        if (excess == 0)
        {
            return;
        }

        var instances = call.Read(InstanceTables.Instances).By(SpotTables.SpotByPool, pool.ToString()).ToList();
        var going = instances.Count(i => i.SpotNotice is not null);
        foreach (var instance in instances.Where(i => i.SpotNotice is null)
            .OrderByDescending(i => i.LaunchTime).ThenByDescending(i => i.Id).Take(Math.Max(excess - going, 0)))
        {
            Warn(call, instance, SpotStatus.NoCapacity);
        }
    }

    /// <summary>The request that an instance came from, or null.</summary>
    public static SpotRequestRecord? Request(ReadCall call, InstanceRecord instance) =>
        instance.SpotRequestId is { } id ? call.Read(SpotTables.Requests).Find(new(id)) : null;
}
