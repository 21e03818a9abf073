namespace Orrery.Services.S3.Records;

/// <summary>What became of a key that was deleted with others.</summary>
/// <param name="Key">The key.</param>
/// <param name="VersionId">The version that was named, or null.</param>
/// <param name="Size">The bytes of the object; null where there was none.</param>
/// <param name="Status">The HTTP status that its deletion alone would have had.</param>
/// <param name="ErrorCode">The error, or null.</param>
public sealed record BatchEntry(string Key, string? VersionId, long? Size, int Status, string? ErrorCode);
