using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Health;

/// <summary>
/// Zones that are out of order: as when their power fails. What is in them serves nobody, nothing is launched there,
/// and no instance recovers in them. Each account has failures of its own, as it has capacity of its own.
/// </summary>
internal static class ZoneFailures
{
    /// <summary>The failure of a zone; null where it is in order.</summary>
    public static ZoneFailureRecord? Of(ReadCall call, string zone) =>
        call.Read(HealthTables.ZoneFailures).Find(new(zone));

    /// <summary>The instances of a zone that run or shall run.</summary>
    public static IEnumerable<InstanceRecord> Instances(ReadCall call, string zone) =>
        call.Read(InstanceTables.Instances).All().Where(i =>
            i.AvailabilityZone == zone && i.State is InstanceStateName.Pending or InstanceStateName.Running);

    /// <summary>Takes a zone out, or gives its failure another end.</summary>
    public static ZoneFailureRecord Begin(Call call, string zone, DateTimeOffset? to)
    {
        var failure = new ZoneFailureRecord { Id = new(zone), From = Of(call, zone)?.From ?? call.Now, To = to };
        call.Write(HealthTables.ZoneFailures).Put(failure);
        ZoneFailureLoop.Plan(call, failure);
        foreach (var instance in Instances(call, zone).ToList())
        {
            Impairments.Begin(call, instance, CheckKind.System, to, isSilent: false);
            Lives.Note(call, instance);
        }

        return failure;
    }

    /// <summary>Mends a zone: what still is in it serves again, and there is room again.</summary>
    public static void End(Call call, ZoneFailureRecord failure)
    {
        call.Write(HealthTables.ZoneFailures).Remove(failure.Id);
        ZoneFailureLoop.Plan(call, failure with { To = null });
        foreach (var instance in Instances(call, failure.Id.Value).ToList())
        {
            Impairments.MendSystem(call, instance.Id);
            Lives.Note(call, instance);
        }

        var waiting = call.Read(SpotTables.Requests).All()
            .Where(request => request.State == SpotInstanceState.Open).Select(request => request.InstanceType);
        foreach (var type in waiting.Distinct(StringComparer.Ordinal).ToList())
        {
            LaunchFollowers.RoomChanged(call, type);
        }

        FleetLoop.WakeWaiting(call);
    }
}
