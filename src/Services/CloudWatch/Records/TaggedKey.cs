using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>The ARN of something that has tags.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<TaggedKey>))]
public readonly record struct TaggedKey(string Value) : IKey<TaggedKey>
{
    /// <inheritdoc/>
    public static TaggedKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TaggedKey other) => string.CompareOrdinal(Value, other.Value);
}
