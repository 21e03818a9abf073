namespace Orrery.Services.Organizations.Records;

/// <summary>An organization.</summary>
internal sealed record OrganizationRecord
{
    /// <summary>Its id, <c>o-…</c>.</summary>
    public required OrgKey Id { get; init; }

    /// <summary>The management account.</summary>
    public required string Management { get; init; }

    /// <summary>The id of the root.</summary>
    public required string Root { get; init; }

    /// <summary>All features, or bills alone.</summary>
    public required OrganizationFeatureSet Features { get; init; }

    /// <summary>The types of policies that are enabled at the root.</summary>
    public IReadOnlyList<PolicyType> Types { get; init; } = [];

    /// <summary>The services that were let in, by principal.</summary>
    public IReadOnlyList<AccessRecord> Services { get; init; } = [];
}
