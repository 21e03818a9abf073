using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Rules.Scheduling;

/// <summary>What is asked of a schedule, when it is made as when it is replaced.</summary>
internal sealed record ScheduleWish
{
    /// <summary>Of one that is made.</summary>
    public ScheduleWish(CreateScheduleRequest r)
    {
        (Name, Group, Expression, Zone) = (
            r.Name!, r.GroupName ?? ScheduleRules.DefaultGroup, r.ScheduleExpression!, r.ScheduleExpressionTimezone);
        (Start, End, Window, Target) = (r.StartDate, r.EndDate, r.FlexibleTimeWindow!, r.Target!);
        (After, State, Description, Key) = (r.ActionAfterCompletion, r.State, r.Description, r.KmsKeyArn);
    }

    /// <summary>Of one that is replaced.</summary>
    public ScheduleWish(UpdateScheduleRequest r)
    {
        (Name, Group, Expression, Zone) = (
            r.Name!, r.GroupName ?? ScheduleRules.DefaultGroup, r.ScheduleExpression!, r.ScheduleExpressionTimezone);
        (Start, End, Window, Target) = (r.StartDate, r.EndDate, r.FlexibleTimeWindow!, r.Target!);
        (After, State, Description, Key) = (r.ActionAfterCompletion, r.State, r.Description, r.KmsKeyArn);
    }

    public string Name { get; }

    public string Group { get; }

    public string Expression { get; }

    public string? Zone { get; }

    public DateTimeOffset? Start { get; }

    public DateTimeOffset? End { get; }

    public FlexibleTimeWindow Window { get; }

    public Target Target { get; }

    public ActionAfterCompletion? After { get; }

    public ScheduleState? State { get; }

    public string? Description { get; }

    public string? Key { get; }
}
