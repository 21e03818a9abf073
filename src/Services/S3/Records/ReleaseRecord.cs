using System.Text.Json.Serialization;
using Orrery.Contracts.Contents;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>Bytes that nothing names any more.</summary>
/// <param name="Id">The bytes.</param>
/// <param name="At">Since when.</param>
public sealed record ReleaseRecord(ContentId Id, DateTimeOffset At)
{
    /// <summary>Its place: what was released first comes first.</summary>
    [JsonIgnore]
    public ReleaseKey Key => KeyText.Release(At, Id.Value);
}
