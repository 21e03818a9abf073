namespace Orrery.Engines.Reachability.Analysis;

/// <summary>An open question: which of these packets get from there to here, and their replies back?</summary>
/// <param name="From">Who may begin.</param>
/// <param name="To">Who may be reached.</param>
public sealed record ReachQuestion(ReachEnd From, ReachEnd To)
{
    /// <summary>Which packets.</summary>
    public Headers Headers { get; init; } = Headers.Any;

    /// <summary>
    /// Which ways there count, told from the ids of the gateways, connections and appliances on them; null for all.
    /// </summary>
    public Func<IReadOnlyCollection<string>, bool>? Ways { get; init; }
}
