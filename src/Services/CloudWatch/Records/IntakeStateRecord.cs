namespace Orrery.Services.CloudWatch.Records;

/// <summary>What waits to be filed, and the next numbers.</summary>
public sealed record IntakeStateRecord
{
    /// <summary>The only key.</summary>
    public IntakeStateKey Key { get; init; } = new("intake");

    /// <summary>The number that the next stream gets.</summary>
    public long NextStream { get; init; } = 1;

    /// <summary>The number that the next batch gets.</summary>
    public long NextBatch { get; init; } = 1;

    /// <summary>How many batches wait.</summary>
    public int Batches { get; init; }

    /// <summary>How many bytes wait.</summary>
    public long Bytes { get; init; }
}
