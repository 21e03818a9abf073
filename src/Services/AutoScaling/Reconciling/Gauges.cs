using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>Writes down how many instances a group has, for its metrics.</summary>
internal static class Gauges
{
    /// <summary>The namespace of the metrics.</summary>
    public const string Namespace = "AWS/AutoScaling";

    private const int Sweep = 2;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(455);

    /// <summary>Takes note of a group that may have changed, if anybody asked for its metrics.</summary>
    public static void Note(Call call, string name)
    {
        var group = Groups.Get(call, name);
        if (group.Metrics.IsEmpty) return;
        var members = Groups.Members(call, name).ToList();
        var gauge = new GaugeRecord
        {
            Key = KeyOf(name, call.Now),
            Group = name,
            At = call.Now,
            Min = group.Min,
            Max = group.Max,
            Desired = group.Desired,
            InService = members.Count(member => member.State == LifecycleState.InService),
            Pending = members.Count(member => member.IsPending),
            Standby = members.Count(member => member.State == LifecycleState.Standby),
            Terminating = members.Count(member => member.IsTerminating),
            Retained = members.Count(member => member.IsRetained),
            Units = members.Exists(member => member.Units is not null) ? UnitsOf(members) : null,
            Pool = WarmPools.Gauge(call, group),
        };
        if (Before(call, name, call.Now).FirstOrDefault() is { } last
            && gauge == last with { Key = gauge.Key, At = call.Now })
            return;
        call.Write(Tables.Gauges).Put(gauge);
        foreach (var old in Before(call, name, call.Now - Kept).Skip(1).Take(Sweep).ToList())
            call.Write(Tables.Gauges).Remove(old.Key);
        call.FindPort<IMetrics>()?.Changed(call, Namespace, new("AutoScalingGroupName", name));
    }

    /// <summary>What was noted of a group up to an instant, the newest first.</summary>
    public static IEnumerable<GaugeRecord> Before(ReadCall call, string group, DateTimeOffset at) =>
        call.Read(Tables.Gauges).From(KeyOf(group, at)).TakeWhile(gauge => gauge.Group == group);

    private static UnitGaugeRecord UnitsOf(List<MemberRecord> members) => new(
        Capacity.Of(members.Where(member => member.State == LifecycleState.InService)),
        Capacity.Of(members.Where(member => member.IsPending)),
        Capacity.Of(members.Where(member => member.State == LifecycleState.Standby)),
        Capacity.Of(members.Where(member => member.IsTerminating)),
        Capacity.Of(members.Where(member => member.IsRetained)));

    private static ScalingKey KeyOf(string group, DateTimeOffset at) =>
        ScalingKey.Of(group, $"{long.MaxValue - at.UtcTicks:x16}");
}
