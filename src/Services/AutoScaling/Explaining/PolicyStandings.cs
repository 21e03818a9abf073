using System.Globalization;
using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Contracts.Scaling;
using Orrery.Engines.Scaling;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Predictive;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Explaining;

/// <summary>What the policies of a group watch, and what each wants at an instant.</summary>
internal static class PolicyStandings
{
    private const string InAlarm = "ALARM";
    private const int Back = 15;

    /// <summary>The policies, by name, as they stand.</summary>
    public static IReadOnlyList<(LivePolicy Live, GroupPolicy View)> Of(
        ReadCall call, GroupRecord group, string? winner) =>
        [.. PolicyStore.Of(call, group.Name).Select(policy => Of(call, group, policy, winner))];

    /// <summary>A policy in a few words.</summary>
    public static string InWords(PolicyRecord policy) => policy switch
    {
        { Tracking: { } tracking } => $"{policy.Name}: keeps {WatchedBy(policy)} at "
            + tracking.Target.ToString("0.##", CultureInfo.InvariantCulture),
        { Type: PolicyRequests.Step } => $"{policy.Name}: {policy.AdjustmentType}, {policy.Steps.Length} steps",
        { Type: PolicyRequests.Simple } =>
            $"{policy.Name}: {policy.AdjustmentType} {policy.Adjustment}, cooldown {Cooldown(policy)}",
        { Predictive: { } predictive } => $"{policy.Name}: "
            + (predictive.Scales ? "forecasts and scales, target " : "only forecasts, target ")
            + predictive.Target.ToString("0.##", CultureInfo.InvariantCulture),
        _ => $"{policy.Name}: {policy.Type}",
    };

    private static (LivePolicy Live, GroupPolicy View) Of(
        ReadCall call, GroupRecord group, PolicyRecord policy, string? winner)
    {
        var alarms = call.Port<IAlarmKeeper>().WithAction(call, policy.Arn);
        IReadOnlyList<KeptAlarm> on = [.. alarms.Where(alarm => alarm.State == InAlarm)];
        var decision = !policy.Enabled ? null
            : policy.Predictive is not null ? PredictiveRuns.WouldDo(call, group, policy)
            : on.Count == 0 ? null : Decide(call, group, policy, on);
        return (
            new(policy, alarms, decision),
            new(
                policy.Name, policy.Type, [.. alarms.Select(alarm => View(call, alarm))],
                decision is { IsChange: true } ? decision.To : null,
                Says(policy, alarms, decision), policy.Name == winner));
    }

    private static CapacityDecision? Decide(
        ReadCall call, GroupRecord group, PolicyRecord policy, IReadOnlyList<KeptAlarm> on) => policy.Type switch
    {
        PolicyRequests.Simple => PolicyRuns.WouldDo(call, group, policy),
        PolicyRequests.Step or PolicyRequests.Tracking => PolicyRuns.Verdict(call, group, policy, on).Decision,
        _ => null,
    };

    private static string Says(PolicyRecord policy, IReadOnlyList<KeptAlarm> alarms, CapacityDecision? decision)
    {
        if (!policy.Enabled) return "it is disabled";
        if (decision is not null)
            return decision.Why.Because is [var last, ..] && decision.IsChange
                ? $"{decision.Why.Text}: {last.Text}" : decision.Why.Text;
        return alarms.Count == 0 ? "no alarm runs it" : "none of its alarms is in ALARM";
    }

    private static GroupAlarm View(ReadCall call, KeptAlarm alarm) => new(
        alarm.Name, alarm.State, AlarmTexts.Watched(alarm.Subject), alarm.Value ?? Newest(call, alarm.Subject),
        alarm.Threshold, alarm.IsAbove);

    private static double? Newest(ReadCall call, AlarmSubject? subject)
    {
        if (subject is not { Metric: { } metric, Statistic: { } statistic }
            || call.FindPort<IMetrics>() is not { } metrics)
        {
            return null;
        }

        var period = TimeSpan.FromSeconds(subject.Period);
        var to = new DateTimeOffset(call.Now.UtcTicks / period.Ticks * period.Ticks, TimeSpan.Zero);
        var points = metrics.Read(call, new(metric, statistic, period, to - (Back * period), to));
        return points.Count > 0 ? points[^1].Value : null;
    }

    private static string WatchedBy(PolicyRecord policy) =>
        policy.Tracking!.Predefined?.ToString() ?? PolicyStore.Subject(policy).Metric?.Name ?? "an expression";

    private static string Cooldown(PolicyRecord policy) => policy.Cooldown is { } own ? $"{own} s" : "of the group";
}
