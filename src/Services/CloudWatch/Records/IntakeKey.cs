using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>The running number of a batch of points that wait to be filed.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<IntakeKey>))]
public readonly record struct IntakeKey(string Value) : IKey<IntakeKey>
{
    /// <inheritdoc/>
    public static IntakeKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(IntakeKey other) => string.CompareOrdinal(Value, other.Value);
}
