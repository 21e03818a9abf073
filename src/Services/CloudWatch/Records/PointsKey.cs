using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>The stream, the resolution and the interval of some points, so that they lie in order of time.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<PointsKey>))]
public readonly record struct PointsKey(string Value) : IKey<PointsKey>
{
    /// <inheritdoc/>
    public static PointsKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(PointsKey other) => string.CompareOrdinal(Value, other.Value);
}
