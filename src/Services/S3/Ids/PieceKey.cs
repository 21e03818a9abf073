using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a run of bytes of an object: the id of its manifest, and where the run ends.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<PieceKey>))]
public readonly record struct PieceKey(string Value) : IKey<PieceKey>
{
    /// <inheritdoc/>
    public static PieceKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(PieceKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
