namespace Orrery.Engines.Scaling.Termination;

/// <summary>What decides which instance goes.</summary>
/// <param name="Members">The members of the group.</param>
/// <param name="Policies">The policies in their order; none is the default.</param>
/// <param name="Now">The instant.</param>
/// <param name="Seed">What decides where nothing else does.</param>
/// <param name="IsMixed">Whether the group has a mixed instances policy.</param>
/// <param name="Purchase">
/// Of a mixed group: the option of which there is too much; null where either may go.
/// </param>
/// <param name="MostWeight">The most that may go: what is heavier stays.</param>
public sealed record TerminationFacts(
    IReadOnlyList<Candidate> Members,
    IReadOnlyList<TerminationPolicy> Policies,
    DateTimeOffset Now,
    ulong Seed = 0,
    bool IsMixed = false,
    Purchase? Purchase = null,
    int MostWeight = int.MaxValue);
