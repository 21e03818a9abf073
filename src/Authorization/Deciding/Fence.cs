using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Authorization.Deciding;

/// <summary>The control policies of an account, ready to decide.</summary>
/// <param name="Facts">What they were made of.</param>
/// <param name="Service">What limits its principals.</param>
/// <param name="Resource">What limits those who use its resources.</param>
internal sealed record Fence(OrganizationFacts Facts, ControlPath Service, ControlPath Resource)
{
    /// <summary>Whether it was made of the same.</summary>
    public bool Has(OrganizationFacts facts) =>
        Facts.Path == facts.Path && Facts.Management == facts.Management && Facts.IsClosed == facts.IsClosed
        && Same(Facts.Service, facts.Service) && Same(Facts.Resource, facts.Resource);

    private static bool Same(IReadOnlyList<ControlTexts> one, IReadOnlyList<ControlTexts> other) =>
        one.Count == other.Count
        && one.Zip(other).All(static pair =>
            pair.First.Level == pair.Second.Level && pair.First.Policies.SequenceEqual(pair.Second.Policies));
}
