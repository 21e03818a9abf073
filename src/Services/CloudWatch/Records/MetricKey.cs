using System.Text.Json.Serialization;
using Orrery.Contracts.Metrics;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>A metric as a key: <see cref="MetricId.Key"/>. Metrics of a namespace stand together.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<MetricKey>))]
public readonly record struct MetricKey(string Value) : IKey<MetricKey>
{
    /// <inheritdoc/>
    public static MetricKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(MetricKey other) => string.CompareOrdinal(Value, other.Value);
}
