using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a total: bucket, class, day.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<UsageDayKey>))]
public readonly record struct UsageDayKey(string Value) : IKey<UsageDayKey>
{
    /// <inheritdoc/>
    public static UsageDayKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(UsageDayKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
