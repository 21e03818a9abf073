namespace Orrery.Services.Events.Records;

/// <summary>A schedule.</summary>
public sealed record ScheduleRecord
{
    /// <summary>The group and the name.</summary>
    public required EventsKey Key { get; init; }

    /// <summary>The group.</summary>
    public required string Group { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>When it is due.</summary>
    public required string Expression { get; init; }

    /// <summary>The time zone of that.</summary>
    public required string Zone { get; init; }

    /// <summary>Not before this.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Not after this.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>How many minutes an invocation may be late; null: none.</summary>
    public int? Window { get; init; }

    /// <summary>Whether it goes once it has nothing more to do.</summary>
    public bool DeletesItself { get; init; }

    /// <summary>Whether it works.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>What it invokes.</summary>
    public required TargetRecord Target { get; init; }

    /// <summary>The source of the event that it puts.</summary>
    public string? EventSource { get; init; }

    /// <summary>The type of that event.</summary>
    public string? EventDetailType { get; init; }

    /// <summary>The ARN of the KMS key of its input; null: AWS's own.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>When it is due next.</summary>
    public DateTimeOffset? Next { get; init; }
}
