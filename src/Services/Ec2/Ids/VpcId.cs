using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a VPC: <c>vpc-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VpcId>))]
public readonly record struct VpcId(string Value) : IResourceId<VpcId>
{
    /// <inheritdoc/>
    public static string Prefix => "vpc";

    /// <inheritdoc/>
    public static VpcId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VpcId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
