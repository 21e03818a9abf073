using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>An item of history: the alarm, the instant, the place within it.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<HistoryKey>))]
internal readonly record struct HistoryKey(string Value) : IKey<HistoryKey>
{
    /// <inheritdoc/>
    public static HistoryKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(HistoryKey other) => string.CompareOrdinal(Value, other.Value);
}
