using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>The organizations that accounts are in: whose control policies limit them.</summary>
public interface IOrganizations
{
    /// <summary>Whether any account is in an organization.</summary>
    bool HasAny(ReadCall call);

    /// <summary>The organization of an account; null where it is in none.</summary>
    OrganizationFacts? Of(ReadCall call, string account);

    /// <summary>The accounts of an organization.</summary>
    IReadOnlyList<string> Accounts(ReadCall call, string organization);
}
