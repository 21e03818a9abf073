using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Logs.Ids;

/// <summary>The key of a part of a log group (stream, metric filter, subscription filter): group, colon, name.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<PartKey>))]
public readonly record struct PartKey(string Value) : IKey<PartKey>
{
    /// <inheritdoc/>
    public static PartKey From(string value) => new(value);

    /// <summary>The key of a part. No group's name has a colon.</summary>
    public static PartKey Of(string group, string name) => new($"{group}:{name}");

    /// <inheritdoc/>
    public int CompareTo(PartKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
