using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>A replication rule that is measured, and what waits for it now; kept where it replicates to.</summary>
/// <param name="Source">The bucket it replicates.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Target">The bucket it replicates to.</param>
/// <param name="Since">From when on it is measured.</param>
public sealed record FollowRecord(string Source, string Rule, string Target, DateTimeOffset Since)
{
    /// <summary>The bytes that wait.</summary>
    public long Bytes { get; init; }

    /// <summary>The operations that wait.</summary>
    public long Operations { get; init; }

    /// <summary>The minute in which that last changed, by number.</summary>
    public long Minute { get; init; }

    /// <summary>Its place. Ids of rules may have slashes in them.</summary>
    [JsonIgnore]
    public FollowKey Place => PlaceOf(Source, Rule, Target);

    /// <summary>The place of one.</summary>
    public static FollowKey PlaceOf(string source, string rule, string target) =>
        new($"{source}/{Uri.EscapeDataString(rule)}/{target}");
}
