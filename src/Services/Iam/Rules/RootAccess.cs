using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Root users of member accounts, managed from one place. Sources: IAM API Reference,
/// EnableOrganizationsRootCredentialsManagement, EnableOrganizationsRootSessions, ListOrganizationsFeatures; codes:
/// botocore model of IAM. Which refusal comes first is guessed, and so are the messages.
/// </summary>
internal static class RootAccess
{
    private const string Service = "iam.amazonaws.com";

    /// <summary>Whether something is enabled in the organization of a management account.</summary>
    public static bool Has(ReadCall call, string management, FeatureType feature) =>
        call.FindPort<IOrganizations>()?.Of(call, management) is { } organization
        && organization.Management == management
        && IsTrusted(call, organization)
        && FeaturesOf(call, organization).Contains(feature);

    /// <summary>The organization whose root users the caller may manage; null where it may not.</summary>
    public static OrganizationFacts? Managed(ReadCall call) =>
        call.FindPort<IOrganizations>()?.Of(call, call.Account) is { } organization
        && Manages(call, organization)
            ? organization
            : null;

    /// <summary>The organization that a caller asks about.</summary>
    /// <exception cref="ServiceException">OrganizationNotFoundException, OrganizationNotInAllFeaturesModeException,
    /// ServiceAccessNotEnabledException, AccountNotManagementOrDelegatedAdministratorException.</exception>
    public static OrganizationFacts Asked(ReadCall call)
    {
        var port = call.FindPort<IOrganizations>();
        if (port?.Of(call, call.Account) is not { } organization)
            throw Refusal("OrganizationNotFoundException", "The account is in no organization.");
        if (!Manages(call, organization))
        {
            throw Refusal(
                "AccountNotManagementOrDelegatedAdministratorException",
                "The account is neither the management account nor a delegated administrator for IAM.");
        }

        var (hasAll, isTrusted) = port.Trust(call, organization.Id, Service);
        if (!hasAll)
        {
            throw Refusal(
                "OrganizationNotInAllFeaturesModeException", "The organization does not have all features enabled.");
        }

        return isTrusted ? organization : throw Refusal(
            "ServiceAccessNotEnabledException",
            $"The organization has not enabled trusted access for {Service}.");
    }

    /// <summary>What is enabled, in the order of the API.</summary>
    public static IReadOnlyList<FeatureType> FeaturesOf(ReadCall call, OrganizationFacts organization) =>
        AccountOf(call, organization).RootAccess is { } access && access.Organization == organization.Id
            ? access.Features
            : [];

    /// <summary>Enables something; only the management account may.</summary>
    /// <exception cref="ServiceException">As above, CallerIsNotManagementAccountException.</exception>
    public static (string Organization, IReadOnlyList<FeatureType> Features) Enable(Call call, FeatureType feature)
    {
        var organization = Asked(call);
        if (organization.Management != call.Account)
        {
            throw Refusal(
                "CallerIsNotManagementAccountException", "The account is not the organization's management account.");
        }

        return Put(call, organization, [.. FeaturesOf(call, organization).Append(feature).Distinct().Order()]);
    }

    /// <summary>Disables something.</summary>
    /// <exception cref="ServiceException">As above.</exception>
    public static (string Organization, IReadOnlyList<FeatureType> Features) Disable(Call call, FeatureType feature)
    {
        var organization = Asked(call);
        return Put(call, organization, [.. FeaturesOf(call, organization).Where(f => f != feature)]);
    }

    private static (string Organization, IReadOnlyList<FeatureType> Features) Put(
        Call call, OrganizationFacts organization, IReadOnlyList<FeatureType> features)
    {
        call.Write(Tables.Accounts, Scope.Global(organization.Management)).Put(
            AccountOf(call, organization) with { RootAccess = new(organization.Id, features) });
        return (organization.Id, features);
    }

    private static AccountRecord AccountOf(ReadCall call, OrganizationFacts organization) =>
        call.Read(Tables.Accounts, Scope.Global(organization.Management)).Find(AccountRecord.Only) ?? new();

    private static bool IsTrusted(ReadCall call, OrganizationFacts organization) =>
        call.Port<IOrganizations>().Trust(call, organization.Id, Service).IsTrusted;

    private static bool Manages(ReadCall call, OrganizationFacts organization) =>
        organization.Management == call.Account || organization.Administers.Contains(Service);

    private static ServiceException Refusal(string code, string message) => new(code, message);
}
