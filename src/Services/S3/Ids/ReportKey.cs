using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a report under way: bucket, configuration.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<ReportKey>))]
public readonly record struct ReportKey(string Value) : IKey<ReportKey>
{
    /// <inheritdoc/>
    public static ReportKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ReportKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
