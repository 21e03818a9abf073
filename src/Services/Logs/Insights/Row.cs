using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;

namespace Orrery.Services.Logs.Insights;

/// <summary>A log event, or a result made of several, as it goes through a query.</summary>
internal sealed class Row
{
    private readonly Dictionary<string, object?> _made = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string>? _discovered;

    /// <summary>The event; null for what stats made.</summary>
    public EventRecord? Event { get; init; }

    /// <summary>The account and group: <c>@log</c>.</summary>
    public string Log { get; init; } = "";

    /// <summary>The stream: <c>@logStream</c>.</summary>
    public string Stream { get; init; } = "";

    /// <summary>The events that an aggregate is of.</summary>
    public IReadOnlyList<Row> Members { get; init; } = [];

    /// <summary>The columns that stats or fields made.</summary>
    public IEnumerable<string> Columns => _made.Keys;

    /// <summary>Gives a field a value.</summary>
    public void Set(string field, object? value) => _made[field] = value;

    /// <summary>The value of a field; null where the row has none.</summary>
    public object? Get(string field)
    {
        if (_made.TryGetValue(field, out var value))
        {
            return value;
        }

        return Event is null ? null : field switch
        {
            "@timestamp" => new QueryTime(Event.Key.Time),
            "@ingestionTime" => new QueryTime(Event.Ingested),
            "@message" => Event.Message,
            "@logStream" => Stream,
            "@log" => Log,
            "@ptr" => EventIds.Pointer(Event.Key),
            _ => (_discovered ??= Discovery.Fields(Event.Message)).GetValueOrDefault(field),
        };
    }
}
