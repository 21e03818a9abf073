using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Logs.Ids;

/// <summary>The name of a log group.</summary>
/// <param name="Value">The name.</param>
[JsonConverter(typeof(KeyJsonConverter<GroupName>))]
public readonly record struct GroupName(string Value) : IKey<GroupName>
{
    /// <inheritdoc/>
    public static GroupName From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(GroupName other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
