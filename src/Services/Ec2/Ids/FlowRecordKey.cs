using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>
/// The key of what a flow log captured or delivered: the log, an instant, and an ordinal. So one log's rows stand
/// together, in the order of time.
/// </summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<FlowRecordKey>))]
public readonly record struct FlowRecordKey(string Value) : IKey<FlowRecordKey>
{
    /// <inheritdoc/>
    public static FlowRecordKey From(string value) => new(value);

    /// <summary>The key of the row of a flow log at an instant.</summary>
    public static FlowRecordKey Of(FlowLogId log, DateTimeOffset at, string rest) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{log.Value}/{at.UtcTicks:d19}/{rest}"));

    /// <summary>Where the rows of a flow log begin.</summary>
    public static FlowRecordKey FirstOf(FlowLogId log, DateTimeOffset? since = null) =>
        since is { } at ? Of(log, at, "") : new(log.Value + "/");

    /// <summary>The instant in the key.</summary>
    [JsonIgnore]
    public DateTimeOffset At => new(long.Parse(Value.Split('/')[1], CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>Whether the row is one of a flow log.</summary>
    public bool IsOf(FlowLogId log) => Value.StartsWith(log.Value + "/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(FlowRecordKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
