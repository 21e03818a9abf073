namespace Orrery.Services.S3.Records;

/// <summary>How the objects of a bucket age.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="KeepsSmallOnes">Whether objects of less than 128 KiB stay in their class, whichever it is; else
/// they may go to the Glacier classes.</param>
public sealed record LifecycleRecord(IReadOnlyList<AgeRule> Rules, bool KeepsSmallOnes);
