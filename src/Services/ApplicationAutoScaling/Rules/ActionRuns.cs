using Orrery.Engines.Scaling.Schedules;
using Orrery.Kernel.Calls;
using Orrery.Operations.Schedules;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Services.ApplicationAutoScaling.Loops;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>
/// Keeps and runs scheduled actions. Source: Application Auto Scaling User Guide, "Scheduled scaling": an action sets
/// the limits, and the capacity follows them. That one whose time is over stays until it is deleted, and that a rate
/// without a start counts from when the action was made, is guessed.
/// </summary>
internal static class ActionRuns
{
    /// <summary>The scheduled actions of a target, by name.</summary>
    public static IEnumerable<ActionRecord> Of(ReadCall call, ScalableKey target) =>
        call.Read(Tables.Actions).By(Tables.ActionsByTarget, target.Value);

    /// <summary>Keeps an action and plans its next run.</summary>
    public static void Put(Call call, ActionRecord action)
    {
        call.Write(Tables.Actions).Put(action);
        Plan(call, action);
    }

    /// <summary>Forgets an action.</summary>
    public static void Delete(Call call, ActionRecord action)
    {
        call.Cancel(ActionLoop.TimerKind, action.Key.Value);
        call.Write(Tables.Actions).Remove(action.Key);
    }

    /// <summary>Runs an action and plans its next run.</summary>
    public static void Run(Call call, ActionRecord action)
    {
        if (call.Read(Tables.Targets).Find(action.Target) is { SuspendsSchedules: false } target)
            Apply(call, target, action);
        Plan(call, action);
    }

    /// <summary>The time zone of an action.</summary>
    public static TimeZoneInfo Zone(ActionRecord action) =>
        action.Zone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc;

    private static void Plan(Call call, ActionRecord action)
    {
        call.Cancel(ActionLoop.TimerKind, action.Key.Value);
        var from = call.Now.AddTicks(1);
        if (action.Start > from) from = action.Start.Value;
        var next = ScheduleExpression.OfSchedule(action.Schedule, Zone(action))!
            .NextFrom(from, action.Start ?? action.Created);
        if (next is { } due && !(due > action.End)) call.Schedule(ActionLoop.TimerKind, due, action.Key.Value);
    }

    private static void Apply(Call call, TargetRecord target, ActionRecord action)
    {
        var wanted = new Orrery.Engines.Scaling.Schedules.ScheduledAction(
            action.Name, null, null, null, TimeZoneInfo.Utc, action.Min, action.Max);
        var outcome = ScheduleRules.Apply(wanted, new(target.Min, target.Max), target.Min);
        var what = (action.Min, action.Max) switch
        {
            ({ } min, { } max) => $"min capacity to {min} and max capacity to {max}",
            ({ } min, null) => $"min capacity to {min}",
            var (_, max) => $"max capacity to {max}",
        };
        ActivityLog.Add(call, new()
        {
            Key = target.Key, Id = "", Namespace = target.Namespace, Dimension = target.Dimension,
            Resource = target.Resource, Start = call.Now, End = call.Now, Description = $"Setting {what}.",
            Cause = $"scheduled action name {action.Name} was triggered",
            Status = outcome.IsRefused ? ScalingActivityStatusCode.Failed : ScalingActivityStatusCode.Successful,
            Message = outcome.IsRefused
                ? $"Failed to set {what}. Reason: {outcome.Decision.Why.Text}" : $"Successfully set {what}.",
            Why = outcome.Decision.Why,
        });
        if (outcome.IsRefused) return;
        var changed = target with { Min = outcome.Limits.Min, Max = outcome.Limits.Max };
        call.Write(Tables.Targets).Put(changed);
        ScalableTargets.Bound(call, changed);
    }
}
