namespace Orrery.Contracts.Identity;

/// <summary>What an organization means for one of its accounts.</summary>
/// <param name="Id">The id of the organization (aws:PrincipalOrgID).</param>
/// <param name="Management">The management account, which no control policy touches.</param>
/// <param name="Path">Organization, root and units above the account (aws:PrincipalOrgPaths).</param>
public sealed record OrganizationFacts(string Id, string Management, string Path)
{
    /// <summary>Whether the account is closed: it may do nothing.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The services that the account administers for the organization; the management account all.</summary>
    public IReadOnlyList<string> Administers { get; init; } = [];

    /// <summary>Service control policies from the root to the account; empty where they are not in force.</summary>
    public IReadOnlyList<ControlTexts> Service { get; init; } = [];

    /// <summary>Resource control policies from the root to the account; empty where they are not in force.</summary>
    public IReadOnlyList<ControlTexts> Resource { get; init; } = [];
}
