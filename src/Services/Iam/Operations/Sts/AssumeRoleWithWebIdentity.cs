using Orrery.Services.Iam.Rules.Federation;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives temporary credentials of a role to whom an OpenID Connect provider vouches for. Nobody signs the request: the
/// token does. Source: STS API Reference, AssumeRoleWithWebIdentity.
/// </summary>
public sealed class AssumeRoleWithWebIdentity
    : IWriteOperation<AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResult>
{
    /// <inheritdoc/>
    public AssumeRoleWithWebIdentityResult Run(AssumeRoleWithWebIdentityRequest request, Call call)
    {
        if (request.ProviderId is not null)
            throw Errors.NotServed("ProviderId of AssumeRoleWithWebIdentity: OAuth 2.0 access tokens");
        const string action = "sts:AssumeRoleWithWebIdentity";
        var token = WebToken.Read(request.WebIdentityToken!);
        var account = RoleArn.Parse(request.RoleArn!).Account;
        var provider = WebIdentities.Believe(call, account, token);
        var role = RoleDoor.Find(call, request.RoleArn!, action);
        var policies = SessionPolicies.Of(call, account, request.Policy, request.PolicyArns);
        var tags = WebIdentities.TagsOf(token);
        var context = WebIdentities.ContextOf(call, provider, token)
            .Add("sts:RoleSessionName", request.RoleSessionName);
        RoleDoor.Enter(call, role, Askers.Federated(provider.Arn.Value), (action, context));
        var userId = $"{role.Id}:{request.RoleSessionName}";
        var share = policies.Share(tags);
        var session = Sessions.Open(call, new()
        {
            Account = account,
            Arn = RoleDoor.SessionArn(role, request.RoleSessionName!),
            UserId = userId,
            Duration = RoleDoor.Duration(role, request.DurationSeconds, isChained: false),
            Issuer = role.Id,
            SourceIdentity = WebIdentities.SourceOf(token),
            Policies = policies,
            Tags = tags,
            Provider = provider.Arn.Value,
        });
        return new()
        {
            Credentials = Sessions.View(session),
            SubjectFromWebIdentityToken = token.Subject,
            AssumedRoleUser = new() { Arn = session.Arn, AssumedRoleId = userId },
            PackedPolicySize = share,
            Provider = provider.Arn.Value,
            Audience = token.Audiences.FirstOrDefault(provider.ClientIds.Contains),
            SourceIdentity = session.SourceIdentity,
        };
    }
}
