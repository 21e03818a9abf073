using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>How much of everything the account has, and how much it may have.</summary>
public sealed class GetAccountSummary : IReadOperation<GetAccountSummaryRequest, GetAccountSummaryResult>
{
    private const int MostVersions = 10_000;

    /// <inheritdoc/>
    public GetAccountSummaryResult Run(GetAccountSummaryRequest request, ReadCall call) =>
        new() { SummaryMap = Counts(call).ToDictionary(c => c.Key.ToWire(), c => c.Count) };

    private static IEnumerable<(SummaryKeyType Key, int Count)> Counts(ReadCall call) =>
    [
        .. Things(call),
        (SummaryKeyType.UsersQuota, call.LimitOf(IamQuotas.Users)),
        (SummaryKeyType.GroupsQuota, call.LimitOf(IamQuotas.Groups)),
        (SummaryKeyType.RolesQuota, call.LimitOf(IamQuotas.Roles)),
        (SummaryKeyType.PoliciesQuota, call.LimitOf(IamQuotas.Policies)),
        (SummaryKeyType.InstanceProfilesQuota, call.LimitOf(IamQuotas.Profiles)),
        (SummaryKeyType.ServerCertificatesQuota, call.LimitOf(IamQuotas.ServerCertificates)),
        (SummaryKeyType.GroupsPerUserQuota, call.LimitOf(IamQuotas.GroupsPerUser)),
        (SummaryKeyType.AccessKeysPerUserQuota, call.LimitOf(IamQuotas.KeysPerUser)),
        (SummaryKeyType.SigningCertificatesPerUserQuota, call.LimitOf(IamQuotas.SigningPerUser)),
        (SummaryKeyType.AttachedPoliciesPerUserQuota, call.LimitOf(IamQuotas.PoliciesPerUser)),
        (SummaryKeyType.AttachedPoliciesPerGroupQuota, call.LimitOf(IamQuotas.PoliciesPerGroup)),
        (SummaryKeyType.AttachedPoliciesPerRoleQuota, call.LimitOf(IamQuotas.PoliciesPerRole)),
        (SummaryKeyType.PolicySizeQuota, call.LimitOf(IamQuotas.PolicyLength)),
        (SummaryKeyType.AssumeRolePolicySizeQuota, call.LimitOf(IamQuotas.TrustLength)),
        (SummaryKeyType.VersionsPerPolicyQuota, call.LimitOf(IamQuotas.Versions)),
        (SummaryKeyType.PolicyVersionsInUseQuota, MostVersions),
        (SummaryKeyType.UserPolicySizeQuota, InlinePolicies.UserSize),
        (SummaryKeyType.GroupPolicySizeQuota, InlinePolicies.GroupSize),
        (SummaryKeyType.RolePolicySizeQuota, InlinePolicies.RoleSize),
        (SummaryKeyType.GlobalEndpointTokenVersion, Home.Account(call).TokenVersion == "V2Token" ? 2 : 1),
    ];

    private static IEnumerable<(SummaryKeyType Key, int Count)> Things(ReadCall call)
    {
        var devices = call.Mine(Tables.Devices);
        var keys = call.Read(Tables.AccessKeys, Scope.World);
        var policies = call.Mine(Tables.Policies);
        var providers = call.Mine(Tables.OidcProviders).Count + call.Mine(Tables.SamlProviders).Count;
        var rootSigns = call.Mine(Tables.SigningCertificates).HasAny(Tables.SigningByUser, call.Account);
        return
        [
            (SummaryKeyType.Users, (int)call.Mine(Tables.Users).Count),
            (SummaryKeyType.Groups, (int)call.Mine(Tables.Groups).Count),
            (SummaryKeyType.Roles, (int)call.Mine(Tables.Roles).Count),
            (SummaryKeyType.Policies, (int)policies.Count),
            (SummaryKeyType.InstanceProfiles, (int)call.Mine(Tables.Profiles).Count),
            (SummaryKeyType.ServerCertificates, (int)call.Mine(Tables.ServerCertificates).Count),
            (SummaryKeyType.Providers, (int)providers),
            (SummaryKeyType.PolicyVersionsInUse, policies.All().Sum(p => p.Versions.Count)),
            (SummaryKeyType.MFADevices, (int)devices.Count),
            (SummaryKeyType.MFADevicesInUse, devices.All().Count(d => d.User is not null)),
            (SummaryKeyType.AccountMFAEnabled, Flag(devices.HasAny(Tables.DevicesByUser, call.Account))),
            (SummaryKeyType.AccountAccessKeysPresent, Flag(keys.HasAny(Tables.KeysByOwner, $"{call.Account}/"))),
            (SummaryKeyType.AccountSigningCertificatesPresent, Flag(rootSigns)),
            (SummaryKeyType.AccountPasswordPresent, Flag(!Home.Account(call).HasNoRootPassword)),
        ];
    }

    private static int Flag(bool value) => value ? 1 : 0;
}
