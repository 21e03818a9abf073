using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of an internet gateway: <c>igw-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<InternetGatewayId>))]
public readonly record struct InternetGatewayId(string Value) : IResourceId<InternetGatewayId>
{
    /// <inheritdoc/>
    public static string Prefix => "igw";

    /// <inheritdoc/>
    public static InternetGatewayId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(InternetGatewayId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
