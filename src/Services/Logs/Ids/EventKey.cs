using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Logs.Ids;

/// <summary>
/// The key of a log event: the stream's own id, the event's time in milliseconds, and its number in the stream. So the
/// events of a stream stand together in the order of time. Turned round, the same parts give the order backwards:
/// stores are read forwards only.
/// </summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<EventKey>))]
public readonly record struct EventKey(string Value) : IKey<EventKey>
{
    /// <summary>The latest time of an event that there can be.</summary>
    public const long LastTime = 999_999_999_999_999;

    private const long LastNumber = 999_999_999_999;

    /// <inheritdoc/>
    public static EventKey From(string value) => new(value);

    /// <summary>The key of an event, or of the place where it would stand.</summary>
    public static EventKey Of(string stream, long time, long number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{stream}/{time:d15}/{number:d12}"));

    /// <summary>The place before all events of a stream from a time on.</summary>
    public static EventKey Before(string stream, long time) => Of(stream, Math.Clamp(time, 0, LastTime), 0);

    /// <summary>The stream's own id.</summary>
    [JsonIgnore]
    public string Stream => Value[..Value.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The time, in milliseconds since 1970.</summary>
    [JsonIgnore]
    public long Time => long.Parse(Value.AsSpan(Value.Length - 28, 15), CultureInfo.InvariantCulture);

    /// <summary>The number in the stream; it begins with 1.</summary>
    [JsonIgnore]
    public long Number => long.Parse(Value.AsSpan(Value.Length - 12), CultureInfo.InvariantCulture);

    /// <summary>The same event in the order from the last to the first; and back.</summary>
    [JsonIgnore]
    public EventKey Turned => Of(Stream, LastTime - Time, LastNumber - Number);

    /// <inheritdoc/>
    public int CompareTo(EventKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
