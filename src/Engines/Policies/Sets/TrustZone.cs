namespace Orrery.Engines.Policies.Sets;

/// <summary>Who does not count as external: an analyzer's zone of trust.</summary>
/// <param name="Accounts">The account, or all accounts of the organization.</param>
/// <param name="Organization">The organization's id, <c>o-…</c>; null where the zone is an account.</param>
public sealed record TrustZone(IReadOnlySet<string> Accounts, string? Organization = null);
