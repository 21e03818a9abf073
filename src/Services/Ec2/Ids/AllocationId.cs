using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of an Elastic IP address: <c>eipalloc-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<AllocationId>))]
public readonly record struct AllocationId(string Value) : IResourceId<AllocationId>
{
    /// <inheritdoc/>
    public static string Prefix => "eipalloc";

    /// <inheritdoc/>
    public static AllocationId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AllocationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
