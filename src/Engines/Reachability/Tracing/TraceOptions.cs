namespace Orrery.Engines.Reachability.Tracing;

/// <summary>What a trace is asked for beyond the path.</summary>
public sealed record TraceOptions
{
    /// <summary>The path alone.</summary>
    public static TraceOptions Default { get; } = new();

    /// <summary>The path and, where it is blocked, what would open it.</summary>
    public static TraceOptions WithRemedies { get; } = new() { Remedies = true };

    /// <summary>True to look for remedies, which traces many changed topologies.</summary>
    public bool Remedies { get; init; }

    /// <summary>At most how many remedies are given.</summary>
    public int MaxRemedies { get; init; } = 5;

    /// <summary>At most how many changes a remedy may have.</summary>
    public int MaxChanges { get; init; } = 12;

    /// <summary>At most how many changed topologies are tried.</summary>
    public int MaxAttempts { get; init; } = 400;
}
