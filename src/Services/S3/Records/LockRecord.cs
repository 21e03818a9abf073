namespace Orrery.Services.S3.Records;

/// <summary>The Object Lock configuration of a bucket.</summary>
/// <param name="Mode">The default mode, as AWS writes it; null where there is no default retention.</param>
/// <param name="Days">Its days, or null.</param>
/// <param name="Years">Its years, or null.</param>
public sealed record LockRecord(string? Mode = null, int? Days = null, int? Years = null);
