using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Sns.Ids;

/// <summary>The key of a record: a topic's name, a subscription's id, a number.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<SnsKey>))]
public readonly record struct SnsKey(string Value) : IKey<SnsKey>
{
    /// <inheritdoc/>
    public static SnsKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SnsKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
