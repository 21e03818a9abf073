namespace Orrery.Services.S3.Records;

/// <summary>The retention of a version.</summary>
/// <param name="Mode">GOVERNANCE or COMPLIANCE.</param>
/// <param name="Until">Until when it is kept.</param>
public sealed record RetentionRecord(string Mode, DateTimeOffset Until);
