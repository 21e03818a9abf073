namespace Orrery.Services.Logs.Patterns;

/// <summary>What a filter pattern found in an event.</summary>
/// <param name="Extracted">The fields of a space-delimited event, with a dollar sign before their names.</param>
/// <param name="Field">The value of a field such as <c>$.latency</c> or <c>$bytes</c>; null where there is none.</param>
internal sealed record PatternMatch(IReadOnlyDictionary<string, string> Extracted, Func<string, string?> Field)
{
    /// <summary>A match without fields.</summary>
    public static PatternMatch Plain { get; } = new(new Dictionary<string, string>(), _ => null);
}
