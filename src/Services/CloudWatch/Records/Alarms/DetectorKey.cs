using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>An anomaly detector: its metric and statistic.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<DetectorKey>))]
internal readonly record struct DetectorKey(string Value) : IKey<DetectorKey>
{
    /// <inheritdoc/>
    public static DetectorKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(DetectorKey other) => string.CompareOrdinal(Value, other.Value);
}
