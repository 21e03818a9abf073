using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a security group: <c>sg-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<SecurityGroupId>))]
public readonly record struct SecurityGroupId(string Value) : IResourceId<SecurityGroupId>
{
    /// <inheritdoc/>
    public static string Prefix => "sg";

    /// <inheritdoc/>
    public static SecurityGroupId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SecurityGroupId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
