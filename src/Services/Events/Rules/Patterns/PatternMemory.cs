using System.Collections.Concurrent;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>
/// Parsed patterns by their text. A cache and nothing more: what it gives is a function of the text alone. Emptied when
/// it grows too large, so that a long test run cannot fill the memory.
/// </summary>
internal sealed class PatternMemory
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, EventPattern> _known = new(StringComparer.Ordinal);

    /// <summary>The pattern of a text.</summary>
    /// <exception cref="Core.ServiceException">InvalidEventPatternException.</exception>
    public EventPattern Of(string text)
    {
        if (_known.TryGetValue(text, out var pattern))
            return pattern;
        if (_known.Count >= Most)
            _known.Clear();
        return _known.GetOrAdd(text, EventPattern.Parse);
    }
}
