namespace Orrery.Engines.Policies.Evaluation;

/// <summary>The control policies of one level of an organization: its root, a unit, or an account.</summary>
/// <param name="Id">The level: <c>r-…</c>, <c>ou-…</c>, or the account's number.</param>
/// <param name="Policies">Those attached to it.</param>
public sealed record ControlLevel(string Id, PolicyStack Policies);
