using System.Runtime.CompilerServices;
using Orrery.Authorization.Deciding;
using Orrery.Authorization.Facts;
using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;
using Orrery.Operations;

namespace Orrery.Authorization;

/// <summary>
/// Decides about calls of S3: of everybody, also nobody and root users, by policies of principals, bucket policies and
/// access control lists. Sources: S3 user guide, "How Amazon S3 authorizes a request", "Bucket owner granting
/// cross-account bucket permissions"; IAM User Guide, "Cross-account policy evaluation logic".
/// </summary>
/// <param name="principals">Who calls.</param>
internal sealed class StoreGuard(PrincipalShelf principals) : IStoreJudge
{
    private const string CopySource = "CopySource";

    // What a bucket of that name says counts for nothing where one is made: that it is there the operation tells. S3
    // API Reference, CreateBucket: BucketAlreadyExists, BucketAlreadyOwnedByYou.
    private const string Making = "CreateBucket";

    // S3 API Reference, PutBucketPolicy: the root user of the owner always may, so that nobody locks oneself out.
    private static readonly string[] AlwaysRoots =
        ["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"];

    // How requests came, for what is asked about them later: they live as long as the request does.
    private readonly ConditionalWeakTable<object, Noted> _requests = [];

    /// <summary>Lets a call pass.</summary>
    /// <exception cref="ServiceException">It does not.</exception>
    public void Check(ReadCall call, GuardedRequest request)
    {
        var facts = ServiceFacts.Of("s3")!;
        var row = facts.Find(request.Entry.Operation);
        var principal = principals.Of(call);
        if (principal.Fence is { Facts.IsClosed: true }) throw Refusals.OfClosed(call, request);
        var context = new CallContext(call, request, principal) { Door = Doors.Of(call, request) };
        _requests.AddOrUpdate(request.Request, new(request));
        if (row is { IsFree: true }) return;
        if (row is null || (row.Own.On.Count == 0 && row.Also.Count == 0))
        {
            var action = row?.Own.Action ?? ActionName.Of($"s3:{request.Entry.Operation}");
            if (Refusal(principal, context, action, new(action.Text, "*")) is { } refusal) throw refusal;
            return;
        }

        var finder = new ResourceFinder(call, "s3", facts, context.Members);
        foreach (var arn in finder.Own(row.Own)) Ask(principal, context, row.Own, arn);
        foreach (var asking in row.Also)
        {
            foreach (var arn in finder.Also(asking)) Ask(principal, context, asking, arn);
        }
    }

    /// <inheritdoc/>
    public ServiceException? Refusal(ReadCall call, object request, StoreQuestion question)
    {
        if (!_requests.TryGetValue(request, out var noted)) return null;
        var principal = principals.Of(call);
        var context = new CallContext(call, noted.Request, principal) { Door = Doors.Of(call, noted.Request) };
        return Refusal(principal, context, ActionName.Of(question.Action), Placed(context, question));
    }

    // What is asked later of a bucket is asked of the access point that the request named instead.
    private static StoreQuestion Placed(CallContext context, StoreQuestion question)
    {
        if (context.Members.At("Bucket") is not [var named]) return question;
        var stores = context.Call.FindPort<IStoreAccess>();
        if (stores?.PointOf(context.Call, named) is not { } point
            || stores.Find(context.Call, question with { Arn = point }) is not { Through.Behind: var bucket })
            return question;
        if (question.Arn == bucket) return question with { Arn = point };
        return question.Arn.StartsWith(bucket + "/", StringComparison.Ordinal)
            ? question with { Arn = $"{point}/object/{question.Arn[(bucket.Length + 1)..]}" }
            : question;
    }

    private static void Ask(KnownPrincipal principal, CallContext context, Asking asking, string arn)
    {
        var version = VersionOf(context, asking);
        var action = StoreActions.Of(asking.Action, version);
        if (Refusal(principal, context, action, new(action.Text, arn, version)) is { } refusal) throw refusal;
    }

    private static string? VersionOf(CallContext context, Asking asking)
    {
        if (asking.On is not [{ Sources: [[CopySource]] }, ..])
            return context.Members.At("VersionId") is [var version] ? version : null;
        var source = context.Members.At(CopySource) is [var text] ? text : "";
        var mark = source.LastIndexOf(Spelling.VersionMark, StringComparison.Ordinal);
        return mark < 0 ? null : source[(mark + Spelling.VersionMark.Length)..];
    }

    private static ServiceException? Refusal(
        KnownPrincipal principal, CallContext context, ActionName action, StoreQuestion question)
    {
        var store = question.Arn == "*" || context.Request.Entry.Operation == Making
            ? null
            : context.Call.FindPort<IStoreAccess>()?.Find(context.Call, question);
        var isRoot = context.Call.Caller.IsRoot;
        // Of a bucket that is not there the operation tells; who makes or lists buckets has to be somebody.
        var isFree = context.Call.Caller.Kind == CallerKind.Root && principal.Fence is null && context.Door is null;
        if (store is null && (context.IsNobody || isFree)) return null;
        var isAlways = isRoot && store?.Owner == context.Call.Caller.Account && AlwaysRoots.Contains(action.Text);
        if (isFree && (isAlways || IsUndisputed(store!, context.Call.Caller.Account))) return null;
        (context.Action, context.Resource, context.VersionId) = (action.Text, question.Arn, question.VersionId);
        context.Store = store;
        var request = new AccessRequest
        {
            Requester = principal.Requester,
            Action = action,
            Resource = new(question.Arn),
            Context = context,
            Principal = principal.Policies,
            Target = store is null || isAlways ? ResourcePolicies.None : new(store.Account)
            {
                Policy = Targets.Together(store.Policy, store.List, PolicyKind.Resource),
                Control = Fences.OnResources(context.Call, action, store.Owner),
            },
            Endpoint = Doors.PolicyOf(context.Door),
        };
        AccessRequest? at = null;
        if (store?.Through is { } point)
        {
            if (Passages.Closed(context, point) is { } closed) return closed;
            var asked = Passages.At(request, context, point);
            var first = Evaluator.Decide(asked);
            if (!first.IsAllowed) return Refusals.Of(asked, first, context);
            (at, request) = (asked, request with { Resource = new(point.Behind) });
        }

        if (!isAlways && store?.Denying is { } denying)
        {
            var side = request with { Target = Denials(store.Owner, denying) };
            var denied = Evaluator.Decide(side);
            if (denied.Outcome == Outcome.ExplicitDeny) return Refusals.Of(side, denied, context);
        }

        var verdict = at is { } passed ? Passages.Behind(passed, request) : Evaluator.Decide(request);
        if (store is { RequesterPays: true } && verdict.IsAllowed && !Pays(context, store))
            return new("AccessDenied", "Access Denied", 403);
        return verdict.IsAllowed ? null : Refusals.Of(request, verdict, context);
    }

    // The owner's root user may do all that nothing denies, and most buckets have nothing that could.
    private static bool IsUndisputed(StoreFacts store, string account) =>
        store is { Policy: null, Denying: null, Through: null } && store.Owner == account && store.Account == account;

    private static ResourcePolicies Denials(string owner, PolicyText policy) =>
        new(owner) { Policy = Compiled.Single(policy, PolicyKind.Resource) };

    // S3 user guide, "Using Requester Pays general purpose buckets": others have to say that they pay; nobody cannot.
    private static bool Pays(CallContext context, StoreFacts store) =>
        !context.IsNobody && (context.Call.Caller.Account == store.Owner
            || context.Members.At("RequestPayer") is ["requester"]);

    private sealed record Noted(GuardedRequest Request);
}
