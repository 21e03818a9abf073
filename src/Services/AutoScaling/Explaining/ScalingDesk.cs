using Orrery.Contracts.Scaling;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Services.AutoScaling.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Explaining;

/// <summary>Tells how groups stand, and why.</summary>
internal sealed class ScalingDesk : IScalingGroups
{
    private const int Remembered = 8;

    /// <inheritdoc/>
    public GroupSize? SizeOf(ReadCall call, string group) =>
        call.Read(Tables.Groups).Find(new(group)) is { } record ? SizeOf(call, record) : null;

    /// <inheritdoc/>
    public GroupExplanation Explain(ReadCall call, string group)
    {
        var record = Groups.Get(call, group);
        var size = SizeOf(call, record);
        var decided = Decisions.Before(call, group, call.Now).Where(d => d.From != d.To).Take(Remembered).ToList();
        var newest = decided.FirstOrDefault(decision => decision.To == record.Desired);
        var policies = PolicyStandings.Of(call, record, newest?.Winner);
        var obstacles = Obstacles.Of(call, record, [.. policies.Select(one => one.Live)]);
        var isFree = obstacles.All(one => one.Code == Obstacles.WarmUp);
        return new(group, call.Now, size, size.InService == size.Desired && isFree)
        {
            Zones = Zones(call, record),
            Why = Why(call, record, newest),
            Policies = [.. policies.Select(one => one.View)],
            Obstacles = obstacles,
            History = [.. decided.Select(one => new GroupDecision(
                one.At, one.From, one.To, one.Winner, one.Decision.Root.Text))],
        };
    }

    private static GroupSize SizeOf(ReadCall call, GroupRecord group) => new(
        group.Min, group.Desired, group.Max,
        Groups.Members(call, group.Name).Count(member => member.State == LifecycleState.InService),
        [
            .. PolicyStore.Of(call, group.Name).Select(PolicyStandings.InWords),
            .. Actions.Of(call, group.Name).Select(InWords),
        ]);

    private static string InWords(ScheduleRecord action)
    {
        (string Name, int? Value)[] sizes = [("min", action.Min), ("max", action.Max), ("desired", action.Desired)];
        var sets = string.Join(", ", sizes.Where(size => size.Value is not null).Select(s => $"{s.Name} {s.Value}"));
        return $"{action.Name}: {sets} at {action.Recurrence ?? $"{action.Start:u}"} {action.TimeZone ?? "UTC"}";
    }

    private static Reason Why(ReadCall call, GroupRecord group, DecisionRecord? decision)
    {
        if (decision is null)
            return Reason.Of("UNKNOWN", $"{group.Name} desires {group.Desired}; nothing tells why", group.Name);
        var who = decision.Winner is null ? "a request" : IsAction(call, group, decision.Winner)
            ? $"the scheduled action {decision.Winner}" : $"the policy {decision.Winner}";
        return new(
            "DESIRED",
            $"{group.Name} desires {group.Desired} since {decision.At:yyyy-MM-dd HH:mm:ss}: {who} changed it from "
                + $"{decision.From} to {decision.To}",
            group.Name, [decision.Decision.Root]);
    }

    private static bool IsAction(ReadCall call, GroupRecord group, string name) =>
        Actions.Of(call, group.Name).Any(action => action.Name == name)
        || !PolicyStore.Of(call, group.Name).Any(policy => policy.Name == name);

    private static List<GroupZone> Zones(ReadCall call, GroupRecord group)
    {
        var members = Groups.Members(call, group.Name).ToList();
        var own = group.Places.Select(place => place.Zone).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. from zone in own.Union(members.Select(member => member.Zone)).Order(StringComparer.Ordinal)
               let states = members.Where(member => member.Zone == zone).CountBy(member => member.State)
               select new GroupZone(
                   zone, states.ToDictionary(pair => pair.Key.ToWire(), pair => pair.Value, StringComparer.Ordinal),
                   NoteOf(zone)),
        ];

        string? NoteOf(string zone) => !own.Contains(zone) ? "the group launches here no more"
            : group.FullZones.TryGetValue(zone, out var until) && until > call.Now
                ? $"had no room; tried again at {until:HH:mm:ss}" : null;
    }
}
