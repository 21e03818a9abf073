using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of an egress-only internet gateway: <c>eigw-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<EgressOnlyInternetGatewayId>))]
public readonly record struct EgressOnlyInternetGatewayId(string Value) : IResourceId<EgressOnlyInternetGatewayId>
{
    /// <inheritdoc/>
    public static string Prefix => "eigw";

    /// <inheritdoc/>
    public static EgressOnlyInternetGatewayId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(EgressOnlyInternetGatewayId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
