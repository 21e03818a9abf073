using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a version: that of its key, and its age, newest first.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<VersionKey>))]
public readonly record struct VersionKey(string Value) : IKey<VersionKey>
{
    /// <inheritdoc/>
    public static VersionKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VersionKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
