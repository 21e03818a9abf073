using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Predictive;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Predictive;

/// <summary>
/// What forecasts make of groups: capacity ahead of each hour, never less; and what dynamic policies do not take away
/// while the hour lasts.
/// </summary>
internal static class PredictiveRuns
{
    /// <summary>Looks at what the hour needs that begins, its time in advance counted.</summary>
    public static void Look(Call call, GroupRecord group, PolicyRecord policy)
    {
        var decision = Decide(group, policy, Forecasts.Renew(call, policy), call.Now);
        Decisions.Note(call, group, new(decision, decision.IsChange ? policy.Name : null));
        if (!decision.IsChange) return;
        var changed = group with { Max = decision.Max ?? group.Max };
        if (decision.To != group.Desired)
        {
            var text = Cause.Predicted(call.Now, policy.Name, decision);
            changed = Groups.Desire(changed, decision.To, new(call.Now, text, decision.Why));
        }

        Groups.Put(call, changed);
    }

    /// <summary>What a policy would do now, by the forecast that it keeps.</summary>
    public static CapacityDecision WouldDo(ReadCall call, GroupRecord group, PolicyRecord policy) =>
        Decide(group, policy, call.Read(Tables.Forecasts).Find(policy.Key), call.Now);

    private static CapacityDecision Decide(
        GroupRecord group, PolicyRecord policy, ForecastRecord? forecast, DateTimeOffset now)
    {
        var decision = PredictiveRules.Decide(
            Forecasts.EngineOf(policy), forecast is null ? [] : Forecasts.Points(forecast), group.Desired,
            new(group.Min, group.Max), now);
        return forecast is null ? decision
            : decision with { Why = decision.Why with { Because = [.. decision.Why.Because, forecast.Why] } };
    }

    /// <summary>What the forecasts of a group need at least at an instant; 0 where none scales.</summary>
    public static int Floor(ReadCall call, IEnumerable<PolicyRecord> policies, DateTimeOffset at) => policies
        .Where(policy => policy is { Enabled: true, Predictive.Scales: true })
        .Max(policy => call.Read(Tables.Forecasts).Find(policy.Key) is { } forecast
            ? PredictiveRules.NeededAt(Forecasts.EngineOf(policy), Forecasts.Points(forecast), at)
            : null) ?? 0;
}
