using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>What became of each key of a DeleteObjects, until the request is logged.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="RequestId">The request.</param>
/// <param name="At">When.</param>
/// <param name="Entries">The keys.</param>
public sealed record BatchRecord(
    string Bucket, string RequestId, DateTimeOffset At, IReadOnlyList<BatchEntry> Entries)
{
    /// <summary>Its place.</summary>
    [JsonIgnore]
    public BatchKey Place => new($"{Bucket}/{RequestId}");
}
