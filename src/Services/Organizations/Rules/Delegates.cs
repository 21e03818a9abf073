namespace Orrery.Services.Organizations.Rules;

/// <summary>Accounts that administer services for the organization.</summary>
internal static class Delegates
{
    /// <summary>Those of an organization.</summary>
    public static IEnumerable<DelegateRecord> Of(ReadCall call, OrganizationRecord organization) =>
        call.All(Tables.Delegates).By(Tables.DelegatesByOrganization, organization.Id.Value);

    /// <summary>What an account administers.</summary>
    public static IEnumerable<DelegateRecord> Of(ReadCall call, OrganizationRecord organization, string account) =>
        Of(call, organization).Where(d => d.Account == account);
}
