using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>The billed bytes of a bucket in a class: what they are since an instant, and what they came to on the day
/// before it.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="StorageClass">The class.</param>
/// <param name="Day">The day, by number.</param>
/// <param name="At">Since when on that day they are as many.</param>
/// <param name="Bytes">How many.</param>
/// <param name="ByteSeconds">Bytes times seconds of that day up to the instant.</param>
public sealed record StockRecord(
    string Bucket, string StorageClass, int Day, DateTimeOffset At, long Bytes, double ByteSeconds)
{
    /// <summary>Its place among what is now.</summary>
    [JsonIgnore]
    public StockKey Place => new($"{Bucket}/{StorageClass}");

    /// <summary>Its place among days.</summary>
    [JsonIgnore]
    public StockKey DayPlace =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Bucket}/{StorageClass}/{Day:d7}"));
}
