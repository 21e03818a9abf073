using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a customer gateway: <c>cgw-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<CustomerGatewayId>))]
public readonly record struct CustomerGatewayId(string Value) : IResourceId<CustomerGatewayId>
{
    /// <inheritdoc/>
    public static string Prefix => "cgw";

    /// <inheritdoc/>
    public static CustomerGatewayId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(CustomerGatewayId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
