using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a security group rule: <c>sgr-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<SecurityGroupRuleId>))]
public readonly record struct SecurityGroupRuleId(string Value) : IResourceId<SecurityGroupRuleId>
{
    /// <inheritdoc/>
    public static string Prefix => "sgr";

    /// <inheritdoc/>
    public static SecurityGroupRuleId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SecurityGroupRuleId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
