using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives temporary credentials of somebody whom the caller knows by a name: no more than the caller and the session
/// policies both allow. Source: STS API Reference, GetFederationToken.
/// </summary>
public sealed class GetFederationToken : IWriteOperation<GetFederationTokenRequest, GetFederationTokenResult>
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(12);
    private static readonly TimeSpan RootLimit = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public GetFederationTokenResult Run(GetFederationTokenRequest request, Call call)
    {
        if (Sessions.Of(call) is not null)
            throw Errors.Denied("Cannot call GetFederationToken with session credentials");
        var duration = request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Standard;
        var (account, name) = (call.Caller.Account, request.Name!);
        var policies = SessionPolicies.Of(call, account, request.Policy, request.PolicyArns);
        var tags = SessionTags.Of(null, request.Tags, null);
        var share = policies.Share(tags);
        var session = Sessions.Open(call, new()
        {
            Account = account,
            Arn = $"arn:aws:sts::{account}:federated-user/{name}",
            UserId = $"{account}:{name}",
            Duration = call.Caller.IsRoot && duration > RootLimit ? RootLimit : duration,
            Issuer = call.Caller.Kind == CallerKind.User ? call.Caller.UserId : null,
            Policies = policies,
            Tags = tags,
            IsFederated = true,
        });
        return new()
        {
            Credentials = Sessions.View(session),
            FederatedUser = new() { Arn = session.Arn, FederatedUserId = session.UserId },
            PackedPolicySize = share,
        };
    }
}
