using Orrery.Contracts;

namespace Orrery.Services.Iam;

/// <summary>
/// The quotas of IAM. Sources: IAM User Guide, "IAM and STS quotas"; codes as clients of Service Quotas use them. Codes
/// that begin with IAM- are our own: no source for AWS's was found.
/// </summary>
internal static class IamQuotas
{
    public static readonly Quota Users = new("L-F55AF5E4", "Users per account", 5_000);
    public static readonly Quota Groups = new("L-F4A5425F", "Groups per account", 300);
    public static readonly Quota Roles = new("L-FE177D64", "Roles per account", 1_000);
    public static readonly Quota Policies = new("L-E95E4862", "Customer managed policies per account", 1_500);
    public static readonly Quota Profiles = new("L-6E65F664", "Instance profiles per account", 1_000);
    public static readonly Quota ServerCertificates = new("L-BF35879D", "Server certificates per account", 20);
    public static readonly Quota OidcProviders = new("L-858F3967", "OpenID connect providers per account", 100);
    public static readonly Quota SamlProviders = new("L-DB618D39", "SAML providers per account", 100);
    public static readonly Quota PoliciesPerUser = new("L-4019AD8B", "Managed policies per user", 10);
    public static readonly Quota PoliciesPerGroup = new("L-384571C4", "Managed policies per group", 10);
    public static readonly Quota PoliciesPerRole = new("L-0DA4ABF3", "Managed policies per role", 10);
    public static readonly Quota GroupsPerUser = new("L-7A1621EC", "IAM groups per user", 10);
    public static readonly Quota KeysPerUser = new("L-8758042E", "Access keys per user", 2);
    public static readonly Quota PolicyLength = new("L-ED111B8C", "Managed policy length", 6_144);
    public static readonly Quota TrustLength = new("L-C07B4B0D", "Role trust policy length", 2_048);
    public static readonly Quota Versions = new("IAM-POLICY-VERSIONS", "Versions per managed policy", 5);
    public static readonly Quota DevicesPerUser = new("IAM-MFA-DEVICES", "MFA devices per user", 8);
    public static readonly Quota SshKeysPerUser = new("IAM-SSH-KEYS", "SSH public keys per user", 5);
    public static readonly Quota SigningPerUser = new("IAM-SIGNING-CERTIFICATES", "Signing certificates per user", 2);

    public static readonly IReadOnlyList<Quota> All =
    [
        Users, Groups, Roles, Policies, Profiles, ServerCertificates, OidcProviders, SamlProviders, PoliciesPerUser,
        PoliciesPerGroup, PoliciesPerRole, GroupsPerUser, KeysPerUser, PolicyLength, TrustLength, Versions,
        DevicesPerUser, SshKeysPerUser, SigningPerUser,
    ];
}
