using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Signing;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// What credentials of GetSessionToken and GetFederationToken are not good for, whatever policies say: IAM, but with a
/// second factor, and most of STS. Sources: STS API Reference, GetSessionToken and GetFederationToken; IAM's error is
/// that of aws/aws-sdk-js#460. Root users' sessions are held to the same, and federated users get the same errors
/// (guessed).
/// </summary>
internal static class SessionLimits
{
    private const int Forbidden = 403;

    /// <summary>The refusal; null where such limits do not matter.</summary>
    public static ServiceException? Refusal(ReadCall call, in GuardedRequest request)
    {
        var (service, operation) = (request.Entry.Service.Id, request.Entry.Operation);
        var caller = call.Caller;
        if (service is not ("iam" or "sts")
            || caller.Kind is not (CallerKind.User or CallerKind.Root or CallerKind.FederatedUser)
            || call.FindPort<IPrincipals>()?.Find(call, caller.AccessKeyId) is not { SessionToken: not null } session)
            return null;
        var isFederated = caller.Kind == CallerKind.FederatedUser;
        if (service == "iam")
        {
            return session.MfaAt is not null && !isFederated
                ? null
                : AuthErrors.Of(request.Family, new(AuthFaultKind.WrongToken));
        }

        // Whoever brings an assertion or a token of a provider needs no credentials at all.
        var isFree = operation is "GetCallerIdentity" or "AssumeRoleWithSAML" or "AssumeRoleWithWebIdentity"
            || (operation == "AssumeRole" && !isFederated);
        return isFree ? null : new("AccessDenied", $"Cannot call {operation} with session credentials", Forbidden);
    }
}
