using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>What storage class analysis saw on a day of objects of a class and an age.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Id">The configuration.</param>
/// <param name="Day">The day, by number.</param>
/// <param name="StorageClass">The class.</param>
/// <param name="Age">The age group, as AWS writes it.</param>
public sealed record AnalysisRecord(string Bucket, string Id, int Day, string StorageClass, string Age)
{
    /// <summary>How many objects there were when the day ended.</summary>
    public long Objects { get; init; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The bytes that were uploaded.</summary>
    public long Uploaded { get; init; }

    /// <summary>The bytes that were read.</summary>
    public long Retrieved { get; init; }

    /// <summary>How often objects were read.</summary>
    public long Requests { get; init; }

    /// <summary>Its place.</summary>
    [JsonIgnore]
    public AnalysisKey Place =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Bucket}/{Id}/{Day:d7}/{StorageClass}/{Age}"));
}
