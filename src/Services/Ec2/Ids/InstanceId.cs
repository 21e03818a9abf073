using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of an instance: <c>i-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<InstanceId>))]
public readonly record struct InstanceId(string Value) : IResourceId<InstanceId>
{
    /// <inheritdoc/>
    public static string Prefix => "i";

    /// <inheritdoc/>
    public static InstanceId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(InstanceId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
