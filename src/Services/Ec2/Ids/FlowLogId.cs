using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a flow log: <c>fl-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<FlowLogId>))]
public readonly record struct FlowLogId(string Value) : IResourceId<FlowLogId>
{
    /// <inheritdoc/>
    public static string Prefix => "fl";

    /// <inheritdoc/>
    public static FlowLogId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(FlowLogId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
