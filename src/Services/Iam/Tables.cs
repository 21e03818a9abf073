namespace Orrery.Services.Iam;

/// <summary>The tables that identity owns. Nobody else writes them.</summary>
internal static class Tables
{
    /// <summary>
    /// Temporary credentials, in the scope of the whole world: a key is looked up before its account is known.
    /// </summary>
    public static readonly Table<AccessKeyId, SessionRecord> Sessions =
        Table<AccessKeyId, SessionRecord>.Resident("iam.sessions", r => r.Id, () => IamJson.Default.SessionRecord)
            .Hiding("secretAccessKey", "sessionToken");

    /// <summary>Lasting access keys, in the scope of the whole world for the same reason.</summary>
    public static readonly Table<AccessKeyId, AccessKeyRecord> AccessKeys =
        Table<AccessKeyId, AccessKeyRecord>.Resident(
            "iam.access-keys", r => r.Id, () => IamJson.Default.AccessKeyRecord).Hiding("secret");

    public static readonly Index<AccessKeyId, AccessKeyRecord> KeysByOwner = AccessKeys.Index("owner", k => k.Owner);

    public static readonly Table<IamKey, UserRecord> Users =
        Table<IamKey, UserRecord>.Resident("iam.users", r => r.Key, () => IamJson.Default.UserRecord)
            .Hiding("hashes");

    public static readonly Index<IamKey, UserRecord> UsersById = Users.Index("id", u => u.Id);

    public static readonly Index<IamKey, UserRecord> UsersByGroup = Users.IndexMany("group", u => u.Groups);

    public static readonly Index<IamKey, UserRecord> UsersByPolicy = Users.IndexMany("policy", u => u.Attached);

    public static readonly Index<IamKey, UserRecord> UsersByBoundary = Users.Index("boundary", u => u.Boundary);

    public static readonly Table<IamKey, GroupRecord> Groups =
        Table<IamKey, GroupRecord>.Resident("iam.groups", r => r.Key, () => IamJson.Default.GroupRecord);

    public static readonly Index<IamKey, GroupRecord> GroupsById = Groups.Index("id", g => g.Id);

    public static readonly Index<IamKey, GroupRecord> GroupsByPolicy = Groups.IndexMany("policy", g => g.Attached);

    public static readonly Table<IamKey, RoleRecord> Roles =
        Table<IamKey, RoleRecord>.Resident("iam.roles", r => r.Key, () => IamJson.Default.RoleRecord);

    public static readonly Index<IamKey, RoleRecord> RolesById = Roles.Index("id", r => r.Id);

    public static readonly Index<IamKey, RoleRecord> RolesByPolicy = Roles.IndexMany("policy", r => r.Attached);

    public static readonly Index<IamKey, RoleRecord> RolesByBoundary = Roles.Index("boundary", r => r.Boundary);

    public static readonly Table<IamKey, PolicyRecord> Policies =
        Table<IamKey, PolicyRecord>.Resident("iam.policies", r => r.Key, () => IamJson.Default.PolicyRecord);

    public static readonly Table<IamKey, ProfileRecord> Profiles =
        Table<IamKey, ProfileRecord>.Resident("iam.instance-profiles", r => r.Key, () => IamJson.Default.ProfileRecord);

    public static readonly Index<IamKey, ProfileRecord> ProfilesByRole = Profiles.Index("role", p => p.Role);

    public static readonly Table<IamKey, AccountRecord> Accounts =
        Table<IamKey, AccountRecord>.Resident("iam.accounts", r => r.Key, () => IamJson.Default.AccountRecord);

    /// <summary>Aliases of accounts, in the scope of the whole world: no two accounts have the same.</summary>
    public static readonly Table<IamKey, AliasRecord> Aliases =
        Table<IamKey, AliasRecord>.Resident("iam.aliases", r => r.Alias, () => IamJson.Default.AliasRecord);

    public static readonly Table<IamKey, DeletionTaskRecord> DeletionTasks =
        Table<IamKey, DeletionTaskRecord>.Resident(
            "iam.deletion-tasks", r => r.Id, () => IamJson.Default.DeletionTaskRecord);

    public static readonly Table<IamKey, DeviceRecord> Devices =
        Table<IamKey, DeviceRecord>.Resident("iam.mfa-devices", r => r.Serial, () => IamJson.Default.DeviceRecord)
            .Hiding("seed");

    public static readonly Index<IamKey, DeviceRecord> DevicesByUser = Devices.Index("user", d => d.User);

    public static readonly Table<IamKey, OidcProviderRecord> OidcProviders =
        Table<IamKey, OidcProviderRecord>.Resident(
            "iam.oidc-providers", r => r.Arn, () => IamJson.Default.OidcProviderRecord);

    public static readonly Table<IamKey, SamlProviderRecord> SamlProviders =
        Table<IamKey, SamlProviderRecord>.Resident(
            "iam.saml-providers", r => r.Arn, () => IamJson.Default.SamlProviderRecord);

    public static readonly Table<IamKey, ServerCertificateRecord> ServerCertificates =
        Table<IamKey, ServerCertificateRecord>.Resident(
            "iam.server-certificates", r => r.Key, () => IamJson.Default.ServerCertificateRecord).Hiding("privateKey");

    public static readonly Table<IamKey, SigningCertificateRecord> SigningCertificates =
        Table<IamKey, SigningCertificateRecord>.Resident(
            "iam.signing-certificates", r => r.Id, () => IamJson.Default.SigningCertificateRecord);

    public static readonly Index<IamKey, SigningCertificateRecord> SigningByUser =
        SigningCertificates.Index("user", c => c.User);

    public static readonly Table<IamKey, SshKeyRecord> SshKeys =
        Table<IamKey, SshKeyRecord>.Resident("iam.ssh-keys", r => r.Id, () => IamJson.Default.SshKeyRecord);

    public static readonly Index<IamKey, SshKeyRecord> SshKeysByUser = SshKeys.Index("user", k => k.User);

    public static readonly Table<IamKey, ServiceCredentialRecord> ServiceCredentials =
        Table<IamKey, ServiceCredentialRecord>.Resident(
            "iam.service-credentials", r => r.Id, () => IamJson.Default.ServiceCredentialRecord).Hiding("secret");

    public static readonly Index<IamKey, ServiceCredentialRecord> ServiceCredentialsByUser =
        ServiceCredentials.Index("user", c => c.User);

    public static readonly Table<IamKey, AccessJobRecord> AccessJobs =
        Table<IamKey, AccessJobRecord>.Resident("iam.access-jobs", r => r.Id, () => IamJson.Default.AccessJobRecord);

    /// <summary>In the global scope of the identity's account.</summary>
    public static readonly Table<IamKey, UseRecord> Uses =
        Table<IamKey, UseRecord>.Resident("iam.uses", r => r.Id, () => IamJson.Default.UseRecord);

    public static readonly Index<IamKey, UseRecord> UsesByIdentity = Uses.Index("identity", u => u.Identity);

    public static readonly Index<IamKey, UseRecord> UsesByKey = Uses.Index("key", u => u.Key);

    /// <summary>Keys of issuers of tokens, in the scope of the whole world.</summary>
    public static readonly Table<IamKey, IssuerRecord> Issuers =
        Table<IamKey, IssuerRecord>.Resident("iam.issuers", r => r.Issuer, () => IamJson.Default.IssuerRecord);

    /// <summary>
    /// Accounts that issue tokens, in the scope of the whole world: whoever checks a token names the issuer alone.
    /// </summary>
    public static readonly Table<IamKey, TokenIssuerRecord> TokenIssuers =
        Table<IamKey, TokenIssuerRecord>.Resident(
            "iam.token-issuers", r => r.Id, () => IamJson.Default.TokenIssuerRecord).Hiding("rsaKey", "curveKey");

    public static readonly Index<IamKey, TokenIssuerRecord> TokenIssuersByAccount =
        TokenIssuers.Index("account", i => i.Account);

    /// <summary>Every table of IAM, for registration; that of STS is Sessions.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
    [
        AccessKeys, Users, Groups, Roles, Policies, Profiles, Accounts, Aliases, DeletionTasks, Devices, OidcProviders,
        SamlProviders, ServerCertificates, SigningCertificates, SshKeys, ServiceCredentials, AccessJobs, Uses,
        Issuers, TokenIssuers,
    ];
}
