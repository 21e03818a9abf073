using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.SecretsManager.Records;

/// <summary>The key of a row: the name of a secret, or name and version.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<SecretKey>))]
public readonly record struct SecretKey(string Value) : IKey<SecretKey>
{
    /// <inheritdoc/>
    public static SecretKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SecretKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
