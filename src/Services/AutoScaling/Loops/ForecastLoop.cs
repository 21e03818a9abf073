using Orrery.Engines.Scaling.Predictive;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Predictive;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>
/// Has predictive policies that scale looked at once an hour, their time in advance. One that only forecasts has no
/// timer.
/// </summary>
public sealed class ForecastLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a policy.</summary>
    internal const string TimerKind = "autoscaling.forecast";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Plans the next look at a policy, or none.</summary>
    internal static void Plan(Call call, PolicyRecord policy)
    {
        call.Cancel(TimerKind, policy.Key.Value);
        if (policy is { Enabled: true, Predictive.Scales: true })
            call.Schedule(
                TimerKind, PredictiveRules.NextLook(Forecasts.EngineOf(policy), call.Now), policy.Key.Value);
    }

    /// <summary>Forgets a policy.</summary>
    internal static void Forget(Call call, PolicyRecord policy)
    {
        call.Cancel(TimerKind, policy.Key.Value);
        call.Write(Tables.Forecasts).Remove(policy.Key);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Policies).Find(new(subject)) is not { } policy) return;
        if (call.Read(Tables.Groups).Find(new(policy.Group)) is { IsDeleting: false } group)
            PredictiveRuns.Look(call, group, policy);
        PolicyLoop.Unforeseen(call, policy.Group);
        Plan(call, policy);
    }
}
