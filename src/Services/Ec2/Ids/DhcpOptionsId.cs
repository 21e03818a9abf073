using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a set of DHCP options: <c>dopt-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<DhcpOptionsId>))]
public readonly record struct DhcpOptionsId(string Value) : IResourceId<DhcpOptionsId>
{
    /// <inheritdoc/>
    public static string Prefix => "dopt";

    /// <inheritdoc/>
    public static DhcpOptionsId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(DhcpOptionsId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
