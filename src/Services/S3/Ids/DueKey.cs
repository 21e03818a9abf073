using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of something due: bucket, day, key, upload.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<DueKey>))]
public readonly record struct DueKey(string Value) : IKey<DueKey>
{
    /// <inheritdoc/>
    public static DueKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(DueKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
