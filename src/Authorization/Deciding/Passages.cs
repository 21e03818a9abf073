using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Access points in front of buckets: both have to permit a request. Source: S3 user guide, "Configuring IAM policies
/// for using access points"; "Access points naming rules, restrictions, and limitations". Guessed: what policies of a
/// principal allow on the access point, they allow on the bucket behind it, for requests through it.
/// </summary>
internal static class Passages
{
    private static readonly PrincipalPolicies Everything = new(Compiled.Single(
        new("access point", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""),
        PolicyKind.Identity));

    /// <summary>What no policy decides: who may come through an access point at all.</summary>
    public static ServiceException? Closed(CallContext context, PointFacts point)
    {
        if (context.IsNobody || (point.VpcId is { } vpc && context.Door?.VpcId != vpc))
            return new("AccessDenied", "Access Denied", 403);
        return StoreKeys.SignatureOf(context) == StoreKeys.OldSignature
            ? new("InvalidRequest", "Access points are used with Signature Version 4 (AWS4-HMAC-SHA256).", 400)
            : null;
    }

    /// <summary>The request as the access point is asked about it.</summary>
    public static AccessRequest At(in AccessRequest request, CallContext context, PointFacts point) => request with
    {
        Target = new(point.Account)
        {
            Policy = point.Policy is { } policy ? Compiled.Single(policy, PolicyKind.Resource) : null,
            Control = Fences.OnResources(context.Call, request.Action, point.Account),
        },
    };

    /// <summary>Decides about the bucket behind an access point that lets the request pass.</summary>
    /// <param name="at">The request as the access point was asked.</param>
    /// <param name="behind">The request as the bucket is asked.</param>
    public static Verdict Behind(in AccessRequest at, in AccessRequest behind)
    {
        var verdict = Evaluator.Decide(behind);
        if (verdict.IsAllowed || verdict.Outcome == Outcome.ExplicitDeny) return verdict;
        if (!Evaluator.Decide(at with { Target = ResourcePolicies.None }).IsAllowed) return verdict;
        var again = Evaluator.Decide(behind with { Principal = Everything });
        return again.IsAllowed ? again : verdict;
    }
}
