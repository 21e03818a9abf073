using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Delivering;

namespace Orrery.Services.Events.Rules.Scheduling;

/// <summary>
/// What a schedule sends. Words in its input stand for facts of the invocation. Source: EventBridge Scheduler User
/// Guide, "Adding context attributes".
/// </summary>
internal static class ScheduleInput
{
    /// <summary>Whether a text is a JSON object, or there is none.</summary>
    public static bool IsObject(string? text)
    {
        if (text is null)
            return true;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The delivery of an invocation.</summary>
    public static AttemptRecord Invocation(Call call, ScheduleRecord schedule, DateTimeOffset due)
    {
        var arn = Names.Schedule(call.Scope, schedule.Group, schedule.Name);
        var id = Envelope.NewId(call);
        var input = (schedule.Target.Input ?? "{}")
            .Replace("<aws.scheduler.schedule-arn>", arn, StringComparison.Ordinal)
            .Replace("<aws.scheduler.scheduled-time>", Envelope.Time(due), StringComparison.Ordinal)
            .Replace("<aws.scheduler.execution-id>", id, StringComparison.Ordinal);
        var body = schedule.EventSource is { } source
            ? Envelope.Write(call.Scope, id, call.Now, new(source, schedule.EventDetailType!, [arn], input))
            : input;
        return new()
        {
            Id = new(call.NewId("att")),
            TargetArn = schedule.Target.Arn,
            Source = ScheduleTargets.Principal,
            SourceArn = arn,
            Role = schedule.Target.Role,
            Body = body,
            GroupId = schedule.Target.GroupId,
            DeadLetterArn = schedule.Target.DeadLetterArn,
            KeyArn = schedule.KmsKeyArn,
            MaxAttempts = schedule.Target.MaxAttempts ?? Deliveries.StandardAttempts,
            MaxAge = schedule.Target.MaxAge ?? Deliveries.StandardAge,
            First = call.Now,
            ScheduledFor = due,
        };
    }
}
