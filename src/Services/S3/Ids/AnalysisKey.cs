using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a total: bucket, configuration, day, class, age.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<AnalysisKey>))]
public readonly record struct AnalysisKey(string Value) : IKey<AnalysisKey>
{
    /// <inheritdoc/>
    public static AnalysisKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AnalysisKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
