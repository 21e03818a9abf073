using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a total: bucket, class.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<UsageKey>))]
public readonly record struct UsageKey(string Value) : IKey<UsageKey>
{
    /// <inheritdoc/>
    public static UsageKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(UsageKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
