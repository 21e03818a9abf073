using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ssm.Records;

/// <summary>The key of a row: the name of a parameter, or name and version.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<ParameterKey>))]
public readonly record struct ParameterKey(string Value) : IKey<ParameterKey>
{
    /// <inheritdoc/>
    public static ParameterKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ParameterKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
