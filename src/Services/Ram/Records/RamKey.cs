using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ram.Records;

/// <summary>The last part of an ARN of a resource share or an invitation.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<RamKey>))]
public readonly record struct RamKey(string Value) : IKey<RamKey>
{
    /// <inheritdoc/>
    public static RamKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(RamKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
