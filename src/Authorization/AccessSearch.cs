using System.Globalization;
using Orrery.Authorization.Deciding;
using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Explaining;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization;

/// <summary>
/// Finds who may do something: asks about each principal that the world keeps, the root user of the resource's account,
/// and anybody.
/// </summary>
public sealed class AccessSearch : IAccessSearch
{
    /// <inheritdoc/>
    public IReadOnlyList<AccessHolder> Find(
        ReadCall call, string action, string resource, IReadOnlyDictionary<string, string> assumed)
    {
        var name = NameOf(action);
        var target = Targets.ForAll(call, name, resource, isOutside: false);
        var outside = Targets.ForAll(call, name, resource, isOutside: true);
        var owner = target.Account.Length > 0 ? target.Account : call.Account;
        var root = Known(call, Caller.Root(owner), new() { PrincipalArn = Caller.Root(owner).Arn, UserId = owner });
        var through = call.FindPort<IStoreAccess>()?.Find(call, new(action, resource))?.Through;
        var behind = through is null ? null : Targets.ForAll(call, name, through.Behind, isOutside: false);
        if (through is not null) assumed = Passing(through, assumed);
        var context = new SearchContext(call, resource, assumed) { Principal = root };
        var found = new List<AccessHolder>();
        Try(root, target with { Policy = null, MustAllow = false });
        var all = call.FindPort<IPrincipalDirectory>()?.All(call) ?? [];
        foreach (var entry in all)
            Try(Known(call, entry.Caller, entry.Facts), entry.Caller.Account == owner ? target : outside);
        if (outside.Policy is not null) Try(Anybody, outside);
        return found;

        void Try(KnownPrincipal who, ResourcePolicies resources)
        {
            context.Principal = who;
            var request = new AccessRequest
            {
                Requester = who.Requester,
                Action = name,
                Resource = new(resource),
                Context = context,
                Principal = who.Policies,
                Target = resources,
            };
            var verdict = Evaluator.Decide(request);
            // The bucket behind an access point has to permit it too.
            if (verdict.IsAllowed && behind is not null)
                verdict = Passages.Behind(request, request with { Resource = new(through!.Behind), Target = behind });
            if (who.Fence is { Facts.IsClosed: true }) return;
            if (verdict.IsAllowed) found.Add(Holder(who, verdict));
            else if (Grants.MayLift(verdict) && who != Anybody && Grant(who) is { } grant)
                found.Add(new(who.Facts.PrincipalArn, who.Caller.Account, "grant", grant, null, null));
        }

        // As for calls, a grant makes up for a permission that is missing, not for a denial.
        string? Grant(KnownPrincipal who)
        {
            var question = new GrantQuestion(name.Text, resource, static _ => null, _ => Encryption(assumed));
            var service = Spelling.Part(resource, 2);
            return call.PortsOf<IResourceGrants>().Where(port => port.Service == service)
                .Select(port => port.Find(call, who.Caller, question)).FirstOrDefault(static id => id is not null);
        }
    }

    private static KnownPrincipal Anybody { get; } = new(
        new("", "*", "", "", CallerKind.Anonymous), new() { PrincipalArn = "", UserId = "" }, Requester.Anonymous,
        PrincipalPolicies.None);

    private static Dictionary<string, string> Passing(
        PointFacts point, IReadOnlyDictionary<string, string> assumed) => new(assumed, StringComparer.OrdinalIgnoreCase)
    {
        ["s3:DataAccessPointArn"] = point.Arn,
        ["s3:DataAccessPointAccount"] = point.Account,
        ["s3:AccessPointNetworkOrigin"] = point.Origin,
    };

    // What is assumed of the encryption context: kms:EncryptionContext:NAME.
    private static Dictionary<string, string> Encryption(IReadOnlyDictionary<string, string> assumed) => assumed
        .Select(pair => (Name: EncryptionKeys.NameIn(pair.Key), pair.Value)).Where(pair => pair.Name is not null)
        .ToDictionary(pair => pair.Name!, pair => pair.Value, StringComparer.Ordinal);

    private static ActionName NameOf(string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < action.Length - 1 && action.AsSpan().IndexOfAny('*', '?', ' ') < 0
            ? ActionName.Of(action)
            : throw new ServiceException("InvalidParameter", $"'{action}' is no action: expected service:Operation.");
    }

    private static KnownPrincipal Known(ReadCall call, Caller caller, IdentityFacts facts)
    {
        var fence = Fences.Of(call, caller.Account);
        var policies = PrincipalShelf.Compile(caller, facts);
        if (fence is not null) policies = policies with { Control = fence.Service };
        return new(caller, facts, PrincipalShelf.RequesterOf(caller, facts), policies) { Fence = fence };
    }

    private static AccessHolder Holder(KnownPrincipal who, in Verdict verdict)
    {
        var principal = who.Facts.PrincipalArn.Length == 0 ? "*" : who.Facts.PrincipalArn;
        return verdict.Rule is { } rule
            ? new(
                principal, who.Caller.Account, AccessDenied.NameOf(verdict.Layer), rule.Policy.Name,
                rule.Statement.Sid ?? $"statement {(rule.Statement.Index + 1).ToString(CultureInfo.InvariantCulture)}",
                rule.Statement.Line)
            : new(principal, who.Caller.Account, "root user", null, null, null);
    }
}
