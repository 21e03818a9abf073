using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of any EC2 resource, as the key of its tags.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<ResourceKey>))]
public readonly record struct ResourceKey(string Value) : IKey<ResourceKey>
{
    /// <inheritdoc/>
    public static ResourceKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ResourceKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
