using System.Text.Json.Serialization;

namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>The key of a row: the name of an analyzer, or an id.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<AnalyzerKey>))]
public readonly record struct AnalyzerKey(string Value) : IKey<AnalyzerKey>
{
    /// <inheritdoc/>
    public static AnalyzerKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AnalyzerKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
