using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a part: the id of its upload and its number.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<PartKey>))]
public readonly record struct PartKey(string Value) : IKey<PartKey>
{
    /// <inheritdoc/>
    public static PartKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(PartKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
