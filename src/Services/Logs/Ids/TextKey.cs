using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Logs.Ids;

/// <summary>A key that is just a text: of queries, query definitions and resource policies.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<TextKey>))]
public readonly record struct TextKey(string Value) : IKey<TextKey>
{
    /// <inheritdoc/>
    public static TextKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TextKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
