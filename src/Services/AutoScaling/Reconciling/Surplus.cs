using System.Globalization;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Mixed;
using Orrery.Engines.Scaling.Termination;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Refreshing;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Ends what a group has too much, or gives it back to the warm pool: which, is decided by its termination policies.
/// </summary>
internal static class Surplus
{
    /// <summary>
    /// How many are too many. What is launched so that others can go is not, until it serves; nor is what takes the
    /// place of one that still is there.
    /// </summary>
    public static int Of(GroupRecord group, IReadOnlyList<MemberRecord> members) =>
        Capacity.Of(members.Where(IsThere)) - group.Desired;

    /// <summary>Ends them; none where each counts more than what is too much.</summary>
    /// <returns>Whether any goes.</returns>
    public static bool Shed(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.Suspends(Processes.Terminate)) return false;
        var choices = (Refreshes.Configured(call, group).Mixed ?? group.Mixed) is { } mixed
            ? ShedRules.Take(
                Facts(call, group, [.. members.Where(member => IsThere(member) || !member.Counts)]),
                DistributionRequests.EngineOf(mixed.Distribution), group.Desired)
            : TerminationRules.Take(Facts(call, group, members), Of(group, members));
        var counted = Capacity.Counted(members);
        var before = group.Change is { } change ? $"{change.Text}  " : "";
        var shrunk = Cause.Shrunk(
            call.Now, counted, counted - choices.Sum(choice => choice.Chosen!.Weight));
        var returns = WarmPools.Returns(call, group);
        foreach (var choice in choices)
        {
            var member = members.First(member => member.Id == choice.Chosen!.Id);
            var because = group.Change?.Why is { } why ? new[] { why, choice.Why } : [choice.Why];
            var draft = new Draft("", $"{before}{shrunk}  {Cause.Selected(call.Now, member.Id)}")
            {
                Why = new("SURPLUS", $"{group.Name} has {counted} and desires {group.Desired}", group.Name, because),
            };
            if (returns > 0 && member is { State: LifecycleState.InService, Sickness: null })
            {
                returns -= member.Weight;
                Warming.Return(call, group, member, draft);
            }
            else
            {
                Departures.Begin(call, group, member, draft);
            }
        }

        return choices.Count > 0;
    }

    /// <summary>What decides which instance goes.</summary>
    public static TerminationFacts Facts(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        var zones = group.Places.Select(place => place.Zone).ToHashSet(StringComparer.Ordinal);
        var made = Refreshes.Configured(call, group);
        var misfits = new Misfits(call, made, members);
        return new(
            [.. members.Select(member => CandidateOf(member, made, zones) with { Misfit = misfits.Of(member) })],
            [.. group.TerminationPolicies.Select(Enum.Parse<TerminationPolicy>)],
            call.Now,
            call.Random.NextUInt64(),
            made.Mixed is not null);
    }

    private static Candidate CandidateOf(MemberRecord member, GroupRecord group, HashSet<string> zones) => new(
        member.Id,
        member.Zone,
        member.Launched,
        SourceOf(member, group),
        member switch
        {
            { IsPending: true } => CandidateState.Pending,
            { State: LifecycleState.InService } => CandidateState.InService,
            { IsTerminating: true } => CandidateState.Terminating,
            _ => CandidateState.Standby,
        },
        member.IsProtected,
        member.IsSpot ? Engines.Scaling.Purchase.Spot : Engines.Scaling.Purchase.OnDemand,
        Weight: member.Weight,
        ZoneEnabled: zones.Contains(member.Zone));

    private static LaunchSource SourceOf(MemberRecord member, GroupRecord group) => member.Template is { } template
        ? new(
            IsOwn(template, group) ? LaunchSourceKind.CurrentTemplate : LaunchSourceKind.OtherTemplate,
            long.Parse(template.Version!, CultureInfo.InvariantCulture))
        : new(LaunchSourceKind.LaunchConfiguration, member.ConfigurationMade?.UtcTicks ?? 0);

    private static bool IsOwn(TemplateRecord template, GroupRecord group) => template.Id == group.Template?.Id
        || group.Mixed?.Overrides.Any(one => one.Template?.Id == template.Id) == true;

    private static bool IsThere(MemberRecord member) =>
        member is { Counts: true, IsSuccessor: false } and not { IsExtra: true, IsPending: true };
}
