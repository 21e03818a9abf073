using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a route table: <c>rtb-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<RouteTableId>))]
public readonly record struct RouteTableId(string Value) : IResourceId<RouteTableId>
{
    /// <inheritdoc/>
    public static string Prefix => "rtb";

    /// <inheritdoc/>
    public static RouteTableId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(RouteTableId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
