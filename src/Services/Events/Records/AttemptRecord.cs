namespace Orrery.Services.Events.Records;

/// <summary>A delivery that failed and is tried again.</summary>
public sealed record AttemptRecord
{
    /// <summary>Its id.</summary>
    public required EventsKey Id { get; init; }

    /// <summary>What takes it.</summary>
    public required string TargetArn { get; init; }

    /// <summary>The service that delivers, as a principal.</summary>
    public required string Source { get; init; }

    /// <summary>The rule or schedule.</summary>
    public required string SourceArn { get; init; }

    /// <summary>The role with which the service acts, or null.</summary>
    public string? Role { get; init; }

    /// <summary>What is delivered.</summary>
    public required string Body { get; init; }

    /// <summary>What is dead-lettered, where it is not the body.</summary>
    public string? Original { get; init; }

    /// <summary>The message group.</summary>
    public string? GroupId { get; init; }

    /// <summary>The trace header of the event.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The queue of what could not be delivered.</summary>
    public string? DeadLetterArn { get; init; }

    /// <summary>How often it is tried again at most.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>How many seconds it is tried.</summary>
    public required int MaxAge { get; init; }

    /// <summary>When it was tried first.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>How often it was tried again.</summary>
    public int Retries { get; init; }

    /// <summary>The ARN of the KMS key of a schedule's input; null: none.</summary>
    public string? KeyArn { get; init; }

    /// <summary>When a schedule was due.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }
}
