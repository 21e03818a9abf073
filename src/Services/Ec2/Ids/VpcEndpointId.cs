using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a VPC endpoint: <c>vpce-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VpcEndpointId>))]
public readonly record struct VpcEndpointId(string Value) : IResourceId<VpcEndpointId>
{
    /// <inheritdoc/>
    public static string Prefix => "vpce";

    /// <inheritdoc/>
    public static VpcEndpointId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VpcEndpointId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
