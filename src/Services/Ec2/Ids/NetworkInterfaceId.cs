using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a network interface: <c>eni-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<NetworkInterfaceId>))]
public readonly record struct NetworkInterfaceId(string Value) : IResourceId<NetworkInterfaceId>
{
    /// <inheritdoc/>
    public static string Prefix => "eni";

    /// <inheritdoc/>
    public static NetworkInterfaceId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(NetworkInterfaceId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
