namespace Orrery.Services.CloudWatch.Records;

/// <summary>
/// Points of one stream at one resolution within one interval: their statistic sets, or their distributions, as
/// <c>PointsCodec</c> packs them.
/// </summary>
/// <param name="Key">Which.</param>
/// <param name="Data">The points.</param>
public sealed record PointsRecord(PointsKey Key, byte[] Data);
