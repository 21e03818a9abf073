namespace Orrery.Engines.Policies.Sets;

/// <summary>Texts that match the same ones of some patterns.</summary>
/// <param name="Matches">Which patterns they match, by place.</param>
/// <param name="Example">The shortest of them.</param>
internal sealed record Atom(IReadOnlyList<bool> Matches, string Example);
