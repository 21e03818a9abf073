using Orrery.Contracts.Identity;
using Orrery.Services.Iam.Ports;

namespace Orrery.Services.Iam;

/// <summary>IAM as a part of the house.</summary>
public static class IamService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "iam",
        Operations = IamOperations.All,
        Tables = Tables.All,
        Quotas = IamQuotas.All,
        Timers = [new DeletionLoop(), new ReportLoop(), new AccessJobLoop()],
        Offer = ports => ports
            .Also<IResourcePolicies>(new RoleAccess())
            .Also<IResourceFacts>(new RoleAccess())
            .With<IInstanceProfiles>(new InstanceProfilePort())
            .With<IAccountRoles>(new AccountRoles())
            .With<IUseLedger>(new UseLedger())
            .With<ICallActivity>(new UseLedger())
            .With<IIssuerKeys>(new IssuerKeys())
            .With<ITokenIssuers>(new TokenIssuerPort())
            .With<IPrincipalDirectory>(new PrincipalDirectory())
            .With<IIdentities>(new Identities()),
    };
}
