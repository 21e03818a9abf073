namespace Orrery.Contracts.Identity;

/// <summary>The control policies of one level of an organization.</summary>
/// <param name="Level">The root, the unit, or the account, by its id.</param>
/// <param name="Policies">Its policies.</param>
public sealed record ControlTexts(string Level, IReadOnlyList<PolicyText> Policies);
