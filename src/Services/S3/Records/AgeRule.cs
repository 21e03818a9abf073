namespace Orrery.Services.S3.Records;

/// <summary>A rule of a lifecycle configuration.</summary>
public sealed record AgeRule
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Which objects it is for.</summary>
    public required AgeFilter Filter { get; init; }

    /// <summary>When current objects expire, or null.</summary>
    public AgeLimit? Expiration { get; init; }

    /// <summary>Whether delete markers go that nothing is left under; null where it says nothing.</summary>
    public bool? RemovesMarkers { get; init; }

    /// <summary>When current objects change their class.</summary>
    public IReadOnlyList<AgeLimit> Transitions { get; init; } = [];

    /// <summary>When noncurrent versions are removed, or null.</summary>
    public AgeLimit? NoncurrentExpiration { get; init; }

    /// <summary>When noncurrent versions change their class.</summary>
    public IReadOnlyList<AgeLimit> NoncurrentTransitions { get; init; } = [];

    /// <summary>After how many days uploads are aborted that were not completed, or null.</summary>
    public int? AbortDays { get; init; }
}
