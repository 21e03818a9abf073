using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Events.Records;

/// <summary>A name, or two names with a bar between: a bar can be in neither.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<EventsKey>))]
public readonly record struct EventsKey(string Value) : IKey<EventsKey>
{
    /// <summary>A name within another.</summary>
    public static EventsKey Of(string outer, string inner) => new($"{outer}|{inner}");

    /// <inheritdoc/>
    public static EventsKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(EventsKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
