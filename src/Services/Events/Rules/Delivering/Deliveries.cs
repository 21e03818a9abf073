using System.Globalization;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Keys;

namespace Orrery.Services.Events.Rules.Delivering;

/// <summary>
/// Delivers to targets; tries again with growing waits what fails, and dead-letters it in the end. Sources: EventBridge
/// User Guide, "How EventBridge retries delivering events" and "Using dead-letter queues to process undelivered
/// events": a target of a rule that is missing or forbids it is not tried again. The waits themselves are guessed: AWS
/// only says that they grow and are spread.
/// </summary>
internal static class Deliveries
{
    /// <summary>The kind of the timers of retries; their subject is the attempt.</summary>
    public const string RetryTimer = "events.retry";

    /// <summary>How often a delivery is tried again unless the target says otherwise.</summary>
    public const int StandardAttempts = 185;

    /// <summary>How many seconds it is tried.</summary>
    public const int StandardAge = 86_400;

    private const int LongestDoubling = 9;
    private const string FromTarget = "ERROR_FROM_TARGET";

    /// <summary>Delivers; where that fails, goes on by itself.</summary>
    public static void Send(Call call, Scope scope, AttemptRecord attempt)
    {
        if (Try(call, attempt) is not { } obstacle)
        {
            Forget(call, scope, attempt);
            return;
        }

        var doublings = Math.Min(attempt.Retries, LongestDoubling);
        var due = call.Now + TimeSpan.FromSeconds((1 << doublings) * (0.75 + call.Random.NextDouble() / 2));
        var code = CodeOf(obstacle.Kind);
        var isHopeless = attempt.ScheduledFor is null && code != FromTarget;
        var exhausted = attempt.Retries >= attempt.MaxAttempts ? "MaximumRetryAttempts"
            : due > attempt.First.AddSeconds(attempt.MaxAge) ? "MaximumEventAgeInSeconds"
            : null;
        if (exhausted is null && !isHopeless)
        {
            call.Write(Tables.Attempts, scope).Put(attempt);
            call.Schedule(RetryTimer, due, attempt.Id.Value, scope);
            return;
        }

        Forget(call, scope, attempt);
        bool? isKept = attempt.DeadLetterArn is { } queue
            ? Destinations.TryDeliver(
                call, DeadLetter(attempt, queue, (code, obstacle.Text), isHopeless ? null : exhausted)) is null
            : null;
        Failures.Count(call, scope, attempt, isKept);
    }

    private static void Forget(Call call, Scope scope, AttemptRecord attempt)
    {
        // What was tried once only was never kept.
        if (attempt.Retries > 0)
            call.Write(Tables.Attempts, scope).Remove(attempt.Id);
    }

    private static DeliveryObstacle? Try(Call call, AttemptRecord attempt)
    {
        if (ScheduleKeys.Obstacle(call, attempt) is { } locked)
            return locked;
        // A schedule can ask for the number of the attempt, which begins with 1.
        var number = (attempt.Retries + 1).ToString(CultureInfo.InvariantCulture);
        var body = attempt.ScheduledFor is null
            ? attempt.Body
            : attempt.Body.Replace("<aws.scheduler.attempt-number>", number, StringComparison.Ordinal);
        return Destinations.TryDeliver(
            call, new(attempt.TargetArn, attempt.Source, attempt.SourceArn, body)
            {
                Role = attempt.Role,
                GroupId = attempt.GroupId,
                TraceHeader = attempt.TraceHeader,
            });
    }

    private static Delivery DeadLetter(
        AttemptRecord attempt, string queue, (string Code, string Message) fault, string? exhausted)
    {
        var isRule = attempt.ScheduledFor is null;
        List<(string Name, string Value)> said =
        [
            (isRule ? "RULE_ARN" : "SCHEDULE_ARN", attempt.SourceArn),
            ("TARGET_ARN", attempt.TargetArn),
            ("ERROR_CODE", fault.Code),
            ("ERROR_MESSAGE", fault.Message),
            ("RETRY_ATTEMPTS", attempt.Retries.ToString(CultureInfo.InvariantCulture)),
        ];
        if (exhausted is not null)
            said.Add(("EXHAUSTED_RETRY_CONDITION", exhausted));
        if (attempt.ScheduledFor is { } due)
            said.Add(("SCHEDULED_TIME", Envelope.Time(due)));
        return new(queue, attempt.Source, attempt.SourceArn, attempt.Original ?? attempt.Body)
        {
            // A schedule's role puts there too; a rule's queue lets EventBridge in by its policy.
            Role = isRule ? null : attempt.Role,
            GroupId = queue.EndsWith(".fifo", StringComparison.Ordinal) ? attempt.GroupId ?? "dead-letters" : null,
            Attributes = [.. said.Select(a => new DeliveryAttribute(a.Name, "String", a.Value))],
        };
    }

    /// <summary>AWS's code for why it failed.</summary>
    private static string CodeOf(ObstacleKind kind) => kind switch
    {
        ObstacleKind.NoResource or ObstacleKind.NotServed => "NO_RESOURCE",
        ObstacleKind.NoPermission => "NO_PERMISSIONS",
        _ => FromTarget,
    };
}
