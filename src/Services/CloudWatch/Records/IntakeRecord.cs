namespace Orrery.Services.CloudWatch.Records;

/// <summary>Points that one call put, as they came: of any metrics. They wait to be filed by metric and time.</summary>
/// <param name="Key">The running number.</param>
/// <param name="Data">The points, as <c>IntakeCodec</c> packs them.</param>
public sealed record IntakeRecord(IntakeKey Key, byte[] Data);
