using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a network ACL: <c>acl-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<NetworkAclId>))]
public readonly record struct NetworkAclId(string Value) : IResourceId<NetworkAclId>
{
    /// <inheritdoc/>
    public static string Prefix => "acl";

    /// <inheritdoc/>
    public static NetworkAclId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(NetworkAclId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
