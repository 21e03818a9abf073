namespace Orrery.Engines.Policies.Evaluation;

/// <summary>What policies decided about a request.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Layer">The kind of policies that denied, or did not allow; for a yes the kind that granted.</param>
/// <param name="Rule">The statement that decided; null where none allowed, and for the root user.</param>
/// <param name="Level">The level of the organization that did not allow.</param>
public readonly record struct Verdict(Outcome Outcome, PolicyLayer Layer, Rule? Rule, ControlLevel? Level = null)
{
    /// <summary>Whether the request may go on.</summary>
    public bool IsAllowed => Outcome == Outcome.Allowed;
}
