using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>The organizations that accounts are in: whose control policies limit them.</summary>
public interface IOrganizations
{
    /// <summary>Whether any account is in an organization.</summary>
    bool HasAny(ReadCall call);

    /// <summary>The organization of an account; null where it is in none.</summary>
    OrganizationFacts? Of(ReadCall call, string account);

    /// <summary>Whether an organization has all features, and whether it let a service in.</summary>
    /// <param name="call">The call that asks.</param>
    /// <param name="organization">The id of the organization.</param>
    /// <param name="service">The principal of the service, for example <c>iam.amazonaws.com</c>.</param>
    (bool HasAllFeatures, bool IsTrusted) Trust(ReadCall call, string organization, string service);

    /// <summary>The accounts of an organization.</summary>
    IReadOnlyList<string> Accounts(ReadCall call, string organization);
}
