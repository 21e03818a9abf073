using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Kms.Records;

/// <summary>The key of a row: the id of a KMS key, the name of an alias, or the id of what belongs to a key.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<KmsKey>))]
public readonly record struct KmsKey(string Value) : IKey<KmsKey>
{
    /// <inheritdoc/>
    public static KmsKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(KmsKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
