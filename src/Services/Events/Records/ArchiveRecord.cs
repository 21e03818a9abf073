namespace Orrery.Services.Events.Records;

/// <summary>An archive of the events of a bus.</summary>
public sealed record ArchiveRecord
{
    /// <summary>Its name.</summary>
    public required EventsKey Name { get; init; }

    /// <summary>The bus.</summary>
    public required string Bus { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Which events it keeps.</summary>
    public string? Pattern { get; init; }

    /// <summary>The KMS key of its events, as it was given; null: AWS's own.</summary>
    public string? KmsKey { get; init; }

    /// <summary>How many days; 0: for ever.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How many events it has.</summary>
    public long Count { get; init; }

    /// <summary>And how many bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>How many events it has had.</summary>
    public long Total { get; init; }
}
