using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a subnet: <c>subnet-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<SubnetId>))]
public readonly record struct SubnetId(string Value) : IResourceId<SubnetId>
{
    /// <inheritdoc/>
    public static string Prefix => "subnet";

    /// <inheritdoc/>
    public static SubnetId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SubnetId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
