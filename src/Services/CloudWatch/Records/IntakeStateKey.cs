using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>The only key of its table.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<IntakeStateKey>))]
public readonly record struct IntakeStateKey(string Value) : IKey<IntakeStateKey>
{
    /// <inheritdoc/>
    public static IntakeStateKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(IntakeStateKey other) => string.CompareOrdinal(Value, other.Value);
}
