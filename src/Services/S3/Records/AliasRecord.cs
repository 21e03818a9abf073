using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>What an access point is called among buckets: such names are given once in all accounts and regions.
/// </summary>
/// <param name="Alias">The name.</param>
/// <param name="Account">The account of the access point.</param>
/// <param name="Region">Its region.</param>
/// <param name="Point">The access point.</param>
/// <param name="Bucket">The bucket behind it.</param>
public sealed record AliasRecord(BucketName Alias, string Account, string Region, PointName Point, BucketName Bucket);
