using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of released bytes: when, and which.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<ReleaseKey>))]
public readonly record struct ReleaseKey(string Value) : IKey<ReleaseKey>
{
    /// <inheritdoc/>
    public static ReleaseKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ReleaseKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
