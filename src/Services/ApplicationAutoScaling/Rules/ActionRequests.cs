using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Operations.Schedules;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>
/// Reads scheduled actions. Source: API Reference, PutScheduledAction: what an update does not name stays, but start
/// and end are forgotten. Words are guessed, and that an at expression must lie ahead.
/// </summary>
internal static class ActionRequests
{
    /// <summary>The action that a request describes.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static ActionRecord Of(
        Call call, PutScheduledActionRequest request, TargetRecord target, ActionRecord? before)
    {
        var name = request.ScheduledActionName!;
        var (min, max) = Limits(call, request, target, before);
        var action = new ActionRecord
        {
            Target = target.Key,
            Name = name,
            Arn = before?.Arn ?? $"arn:aws:autoscaling:{call.Region}:{call.Account}:scheduledAction:{Uuids.New(call)}:"
                + $"resource/{target.Namespace}/{target.Resource}:scheduledActionName/{name}",
            Created = before?.Created ?? call.Now,
            Schedule = request.Schedule ?? before?.Schedule
                ?? throw Errors.Invalid("Schedule must be specified for a new scheduled action"),
            Zone = request.Timezone ?? before?.Zone,
            Start = request.StartTime,
            End = request.EndTime,
            Min = min,
            Max = max,
        };
        if (action.Zone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw Errors.Invalid($"The time zone {zone} is not valid");
        var schedule = ScheduleExpression.OfSchedule(action.Schedule, ActionRuns.Zone(action))
            ?? throw Errors.Invalid($"The schedule expression {action.Schedule} is not valid");
        if (schedule.At <= call.Now) throw Errors.Invalid($"The schedule {action.Schedule} lies in the past");
        if (action.End <= (action.Start ?? call.Now)) throw Errors.Invalid("EndTime must be after StartTime and now");
        return action;
    }

    private static (int? Min, int? Max) Limits(
        ReadCall call, PutScheduledActionRequest request, TargetRecord target, ActionRecord? before)
    {
        var asked = request.ScalableTargetAction;
        var (min, max) = asked is null ? (before?.Min, before?.Max) : (asked.MinCapacity, asked.MaxCapacity);
        if (min is null && max is null)
            throw Errors.Invalid("ScalableTargetAction must specify MinCapacity, MaxCapacity or both");
        var least = Providers.Get(call, target.Namespace, target.Dimension).LeastCapacity;
        if (min < least || max < least) throw Errors.Invalid($"Capacities must be at least {least}");
        return min > max ? throw Errors.Invalid("MinCapacity must not exceed MaxCapacity") : (min, max);
    }
}
