namespace Orrery.Services.S3.Records;

/// <summary>When something happens to an object: after days, or at a date.</summary>
/// <param name="Days">The days, or null.</param>
/// <param name="Date">The date, or null.</param>
/// <param name="Newer">How many newer noncurrent versions are spared, or null.</param>
/// <param name="StorageClass">The class that it changes to, or null where it goes.</param>
public sealed record AgeLimit(
    int? Days = null, DateTimeOffset? Date = null, int? Newer = null, string? StorageClass = null);
