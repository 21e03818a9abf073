using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of an endpoint service: <c>vpce-svc-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VpcEndpointServiceId>))]
public readonly record struct VpcEndpointServiceId(string Value) : IResourceId<VpcEndpointServiceId>
{
    /// <inheritdoc/>
    public static string Prefix => "vpce-svc";

    /// <inheritdoc/>
    public static VpcEndpointServiceId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VpcEndpointServiceId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
