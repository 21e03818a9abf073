using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>What a bucket held in a storage class when a day ended, or holds since a day.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="StorageClass">The class.</param>
/// <param name="Day">The day of its last change, as a number.</param>
/// <param name="Bytes">The bytes of all versions.</param>
/// <param name="Objects">The versions and delete markers.</param>
public sealed record UsageRecord(string Bucket, string StorageClass, int Day, long Bytes, long Objects)
{
    /// <summary>Its place among what is now.</summary>
    [JsonIgnore]
    public UsageKey Place => new($"{Bucket}/{StorageClass}");

    /// <summary>Its place among days.</summary>
    [JsonIgnore]
    public UsageDayKey DayPlace =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Bucket}/{StorageClass}/{Day:d7}"));
}
