using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>
/// A key whose versions a lifecycle looks at on a day, or an upload; with no key, that a timer waits for the day.
/// </summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Day">The day, by number.</param>
/// <param name="Key">The key.</param>
/// <param name="Upload">The upload, or null.</param>
public sealed record DueRecord(string Bucket, int Day, string Key, string? Upload)
{
    /// <summary>Whether it stands for the timer of the day.</summary>
    [JsonIgnore]
    public bool IsTimer => Key.Length == 0;

    /// <summary>Its place.</summary>
    [JsonIgnore]
    public DueKey Place => KeyText.Due(Bucket, Day, Key, Upload);
}
