using Orrery.Services.Iam.Rules.Federation;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives temporary credentials of a role to whom a SAML provider vouches for. Nobody signs the request: the assertion
/// does. Source: STS API Reference, AssumeRoleWithSAML.
/// </summary>
public sealed class AssumeRoleWithSAML : IWriteOperation<AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResult>
{
    /// <inheritdoc/>
    public AssumeRoleWithSAMLResult Run(AssumeRoleWithSAMLRequest request, Call call)
    {
        const string action = "sts:AssumeRoleWithSAML";
        var account = RoleArn.Parse(request.RoleArn!).Account;
        var provider = call.Read(Tables.SamlProviders, Scope.Global(account)).Find(new(request.PrincipalArn!))
            ?? throw IdentityErrors.Invalid("Specified provider doesn't exist");
        var assertion = SamlIdentities.Believe(call, provider, request.SAMLAssertion!);
        if (!assertion.Roles.Any(pair => pair.Contains(request.RoleArn) && pair.Contains(request.PrincipalArn)))
            throw RoleDoor.Refusal(call, action, request.RoleArn!);
        var role = RoleDoor.Find(call, request.RoleArn!, action);
        var name = assertion.SessionName
            ?? throw IdentityErrors.Invalid("RoleSessionName is required in AuthnResponse");
        var policies = SessionPolicies.Of(call, account, request.Policy, request.PolicyArns);
        var context = SamlIdentities.ContextOf(call, provider, assertion);
        RoleDoor.Enter(call, role, Askers.Federated(provider.Arn.Value), (action, context));
        var duration = RoleDoor.Duration(role, request.DurationSeconds ?? assertion.SessionDuration, isChained: false);
        var share = policies.Share(assertion.Tags);
        var session = Sessions.Open(call, new()
        {
            Account = account,
            Arn = RoleDoor.SessionArn(role, name),
            UserId = $"{role.Id}:{name}",
            Duration = duration,
            Issuer = role.Id,
            SourceIdentity = assertion.SourceIdentity,
            Policies = policies,
            Tags = assertion.Tags,
            Provider = provider.Arn.Value,
        });
        return new()
        {
            Credentials = Sessions.View(session),
            AssumedRoleUser = new() { Arn = session.Arn, AssumedRoleId = session.UserId },
            PackedPolicySize = share,
            Subject = assertion.Subject,
            SubjectType = assertion.SubjectType,
            Issuer = assertion.Issuer,
            Audience = assertion.Recipient,
            NameQualifier = SamlIdentities.NameQualifier(provider, assertion),
            SourceIdentity = session.SourceIdentity,
        };
    }
}
