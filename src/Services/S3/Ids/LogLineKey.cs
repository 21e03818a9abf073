using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a line that is to be logged: bucket, instant, request.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<LogLineKey>))]
public readonly record struct LogLineKey(string Value) : IKey<LogLineKey>
{
    /// <inheritdoc/>
    public static LogLineKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(LogLineKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
