using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>A page of a search: what was found, and where it stopped.</summary>
/// <param name="limit">How many events it has at most.</param>
internal sealed class SearchPage(int limit)
{
    private const int MostLooked = 10_000;

    private readonly List<FilteredLogEvent> _events = [];
    private int _looked;
    private long _size;
    private SearchPlace? _last;

    /// <summary>What was found.</summary>
    public IReadOnlyList<FilteredLogEvent> Events => _events;

    /// <summary>Whether it stops here.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The token of the next page; null where all was looked at.</summary>
    public string? Next => IsFull ? _last?.Seal() : null;

    /// <summary>Looks at an event.</summary>
    public void Look(string stream, EventRecord entry, bool matches)
    {
        if (matches)
        {
            _size += Batch.Weight(entry.Message);
            if (_events.Count > 0 && _size > EventPages.Largest)
            {
                IsFull = true;
                return;
            }

            _events.Add(new()
            {
                LogStreamName = stream,
                Timestamp = entry.Key.Time,
                Message = entry.Message,
                IngestionTime = entry.Ingested,
                EventId = EventIds.Of(entry.Key),
            });
        }

        _last = new(entry.Key.Time, entry.Key.Number, stream);
        IsFull = _events.Count == limit || ++_looked == MostLooked;
    }
}
