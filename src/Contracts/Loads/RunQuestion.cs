namespace Orrery.Contracts.Loads;

/// <summary>A question about what instances did.</summary>
/// <param name="Tag">Which: those with this tag, key=value.</param>
/// <param name="From">The beginning.</param>
/// <param name="To">The end, not included.</param>
/// <param name="Period">In whiles of how many minutes.</param>
public sealed record RunQuestion(string Tag, DateTimeOffset From, DateTimeOffset To, int Period);
