using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a billed total: bucket, class, and of past ones the day.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<StockKey>))]
public readonly record struct StockKey(string Value) : IKey<StockKey>
{
    /// <inheritdoc/>
    public static StockKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(StockKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
