namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>The making of a policy out of what a principal did.</summary>
internal sealed record GenerationRecord
{
    /// <summary>The id of the job.</summary>
    public required AnalyzerKey Id { get; init; }

    /// <summary>The ARN of the user or role.</summary>
    public required string Principal { get; init; }

    /// <summary>How far it is.</summary>
    public JobStatus Status { get; init; } = JobStatus.InProgress;

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The actions that were used.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];
}
