using System.Collections.Concurrent;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Keeps the policies of principals ready to decide. What is kept never decides by itself: it is used where IAM says
/// the same, or where the world is the very same that it was made of.
/// </summary>
internal sealed class PrincipalShelf
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, KnownPrincipal> _kept = new(StringComparer.Ordinal);

    /// <summary>The principal that calls.</summary>
    public KnownPrincipal Of(ReadCall call)
    {
        var caller = call.Caller;
        if (caller.Kind == CallerKind.Anonymous) return Nobody(caller);
        if (caller.Kind == CallerKind.Root) return Root(call);
        var snapshot = call is Call ? null : call.Seen;
        var kept = _kept.GetValueOrDefault(caller.AccessKeyId);
        if (kept is not null && snapshot is not null && kept.IsOf(snapshot, caller)) return kept;
        var facts = call.FindPort<IIdentities>()?.Find(call, caller)
            ?? new() { PrincipalArn = caller.Arn, UserId = caller.UserId };
        var policies = kept is not null && kept.Has(facts) ? kept.Policies : Compile(caller, facts);
        var fence = Fences.Of(call, caller.Account);
        var control = fence?.Service ?? ControlPath.None;
        if (!ReferenceEquals(policies.Control, control)) policies = policies with { Control = control };
        var known = new KnownPrincipal(caller, facts, RequesterOf(caller, facts), policies)
        {
            Fence = fence,
            Seen = snapshot is null ? null : new(snapshot),
        };
        if (_kept.Count >= Most) _kept.Clear();
        return _kept[caller.AccessKeyId] = known;
    }

    private static KnownPrincipal Nobody(Caller caller) => new(
        caller, new() { PrincipalArn = "", UserId = "anonymous" }, Requester.Anonymous, PrincipalPolicies.None);

    private static KnownPrincipal Root(ReadCall call)
    {
        var (caller, fence) = (call.Caller, Fences.Of(call, call.Caller.Account));
        var facts = new IdentityFacts { PrincipalArn = caller.Arn, UserId = caller.UserId };
        var policies = fence is null ? PrincipalPolicies.None : PrincipalPolicies.None with { Control = fence.Service };
        return new(caller, facts, RequesterOf(caller, facts), policies) { Fence = fence };
    }

    /// <summary>The policies of a principal, without those that limit its account.</summary>
    public static PrincipalPolicies Compile(Caller caller, IdentityFacts facts) =>
        new(Compiled.Stack(facts.Policies, PolicyKind.Identity))
        {
            Boundary = facts.Boundary is { } boundary ? Compiled.Stack([boundary], PolicyKind.Boundary) : null,
            Session = facts.SessionPolicies is { } session ? Compiled.Stack(session, PolicyKind.Session)
                : caller.Kind == CallerKind.FederatedUser ? PolicyStack.Empty
                : null,
        };

    /// <summary>A principal as policies name it.</summary>
    public static Requester RequesterOf(Caller caller, IdentityFacts facts)
    {
        var colon = caller.UserId.IndexOf(':', StringComparison.Ordinal);
        var requester = caller.Kind switch
        {
            CallerKind.Root or CallerKind.AssumedRoot => Requester.Root(caller.Account),
            CallerKind.AssumedRole => Requester.Session(caller.Arn, facts.PrincipalArn),
            CallerKind.FederatedUser => Requester.FederatedUser(caller.Arn, facts.PrincipalArn),
            _ => Requester.User(caller.Arn),
        };
        return requester with
        {
            CanonicalId = CanonicalUser.IdOf(caller.Account),
            UniqueId = colon < 0 ? caller.UserId : caller.UserId[..colon],
            IsServiceLinked = facts.PrincipalArn.Contains(":role/aws-service-role/", StringComparison.Ordinal),
        };
    }
}
