using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a key in its bucket: the bucket, a slash, the key as KeyText writes it.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<ObjectKey>))]
public readonly record struct ObjectKey(string Value) : IKey<ObjectKey>
{
    /// <inheritdoc/>
    public static ObjectKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ObjectKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
