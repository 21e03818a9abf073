using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a request that deleted many objects: bucket and request.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<BatchKey>))]
public readonly record struct BatchKey(string Value) : IKey<BatchKey>
{
    /// <inheritdoc/>
    public static BatchKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(BatchKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
