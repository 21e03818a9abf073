using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a VPC peering connection: <c>pcx-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VpcPeeringConnectionId>))]
public readonly record struct VpcPeeringConnectionId(string Value) : IResourceId<VpcPeeringConnectionId>
{
    /// <inheritdoc/>
    public static string Prefix => "pcx";

    /// <inheritdoc/>
    public static VpcPeeringConnectionId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VpcPeeringConnectionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
