using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>The most that waited for a replication rule in a minute.</summary>
/// <param name="Follow">The place of the rule.</param>
/// <param name="Minute">The minute, by number.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="Operations">The operations.</param>
/// <param name="Latency">How long the slowest that came to its end had waited, in seconds.</param>
public sealed record FollowMinuteRecord(FollowKey Follow, long Minute, long Bytes, long Operations, double Latency)
{
    /// <summary>Its place.</summary>
    [JsonIgnore]
    public FollowKey Place => PlaceOf(Follow, Minute);

    /// <summary>The place of one.</summary>
    public static FollowKey PlaceOf(FollowKey follow, long minute) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{follow.Value}/{minute:d10}"));
}
