using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>Makes temporary credentials of roles for services.</summary>
internal sealed class RoleSessions : IRoleSessions
{
    /// <inheritdoc/>
    public RoleCredentials? Open(Call call, string roleArn, string service, string name, TimeSpan duration)
    {
        try
        {
            var role = RoleDoor.Find(call, roleArn, "sts:AssumeRole");
            RoleDoor.Enter(call, role, Askers.Service(service), ("sts:AssumeRole", TrustContext.At(call)));
            var session = Sessions.Open(call, new()
            {
                Account = RoleArn.Parse(roleArn).Account,
                Arn = RoleDoor.SessionArn(role, name),
                UserId = $"{role.Id}:{name}",
                Duration = duration,
                Issuer = role.Id,
                Service = service,
            });
            return new(
                session.Id.Value, session.SecretAccessKey, session.SessionToken, session.IssuedAt, session.Expiration);
        }
        catch (ServiceException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IdentityFacts? Rights(ReadCall call, string roleArn, string service)
    {
        try
        {
            var role = RoleDoor.Find(call, roleArn, "sts:AssumeRole");
            RoleDoor.Enter(call, role, Askers.Service(service), ("sts:AssumeRole", TrustContext.At(call)));
            return Identities.OfHolder(call, RoleArn.Parse(roleArn).Account, role);
        }
        catch (ServiceException)
        {
            return ServiceRoleFacts.Find(service) is { PolicyArn: { } policy } facts
                && roleArn.EndsWith($":role{RoleRules.ServicePath}{service}/{facts.RoleName}", StringComparison.Ordinal)
                ? new()
                {
                    PrincipalArn = roleArn,
                    UserId = facts.RoleName,
                    Policies = AwsPolicies.Find(policy) is { } known ? [new(policy, known.Default.Document)] : [],
                }
                : null;
        }
    }
}
