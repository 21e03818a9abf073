using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of what was done: bucket, day, kind, class.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<ActivityKey>))]
public readonly record struct ActivityKey(string Value) : IKey<ActivityKey>
{
    /// <inheritdoc/>
    public static ActivityKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ActivityKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
