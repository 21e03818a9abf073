using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>A line of a server access log that is not delivered yet.</summary>
/// <param name="Bucket">The bucket that was asked.</param>
/// <param name="At">When.</param>
/// <param name="Ordinal">Its place among the requests of that instant.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Text">The line.</param>
public sealed record LogLineRecord(string Bucket, DateTimeOffset At, long Ordinal, string RequestId, string Text)
{
    /// <summary>Its place.</summary>
    [JsonIgnore]
    public LogLineKey Place =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Bucket}/{At.UtcTicks:d19}/{Ordinal:d12}/{RequestId}"));
}
