using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>How much of something that is billed was done on a day.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Day">The day, by number.</param>
/// <param name="Kind">What.</param>
/// <param name="StorageClass">The storage class.</param>
/// <param name="Amount">How much.</param>
public sealed record ActivityRecord(string Bucket, int Day, StoreUseKind Kind, string StorageClass, double Amount)
{
    /// <summary>Its place.</summary>
    [JsonIgnore]
    public ActivityKey Place =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Bucket}/{Day:d7}/{Kind}/{StorageClass}"));
}
