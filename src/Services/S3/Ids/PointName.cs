using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The name of an access point: one of its account and region.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<PointName>))]
public readonly record struct PointName(string Value) : IKey<PointName>
{
    /// <inheritdoc/>
    public static PointName From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(PointName other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
