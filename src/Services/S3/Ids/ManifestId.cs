using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The name of the list of runs that make an object.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<ManifestId>))]
public readonly record struct ManifestId(string Value) : IKey<ManifestId>
{
    /// <inheritdoc/>
    public static ManifestId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ManifestId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
