using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a key pair: <c>key-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<KeyPairId>))]
public readonly record struct KeyPairId(string Value) : IResourceId<KeyPairId>
{
    /// <inheritdoc/>
    public static string Prefix => "key";

    /// <inheritdoc/>
    public static KeyPairId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(KeyPairId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
