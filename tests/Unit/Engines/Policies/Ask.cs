using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>Short ways to write policies and requests.</summary>
internal static class Ask
{
    public const string Account = "111122223333";
    public const string Alice = $"arn:aws:iam::{Account}:user/alice";
    public const string Role = $"arn:aws:iam::{Account}:role/examplerole";
    public const string Session = $"arn:aws:sts::{Account}:assumed-role/examplerole/examplerolesessionname";

    /// <summary>A policy of statements.</summary>
    public static string Policy(params string[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    /// <summary>A policy that allows an action everywhere.</summary>
    public static string Allow(string action, string rest = "") =>
        Policy($$"""{"Effect":"Allow","Action":"{{action}}","Resource":"*"{{rest}}}""");

    /// <summary>A policy that denies an action everywhere.</summary>
    public static string Deny(string action, string rest = "") =>
        Policy($$"""{"Effect":"Deny","Action":"{{action}}","Resource":"*"{{rest}}}""");

    /// <summary>Policies of a kind.</summary>
    public static PolicyStack Stack(PolicyKind kind, params string[] policies) => PolicyStack.Of(
        policies.Select((p, i) => new AttachedPolicy($"{kind}{i}", PolicyDocument.Parse(p, kind))));

    /// <summary>Levels of an organization, of one policy each.</summary>
    public static ControlPath Path(params string[] policies) =>
        ControlPath.Of(policies.Select((p, i) => new ControlLevel($"level{i}", Stack(PolicyKind.ServiceControl, p))));

    /// <summary>A user's request on a resource of its account.</summary>
    public static AccessRequest Request(
        string action, string resource, string? identity = null, string? policy = null,
        IRequestContext? context = null) =>
        new()
        {
            Requester = Requester.User(Alice),
            Action = ActionName.Of(action),
            Resource = new(resource),
            Context = context ?? RequestContext.Empty,
            Principal = new(identity is null ? PolicyStack.Empty : Stack(PolicyKind.Identity, identity)),
            Target = new(Account) { Policy = policy is null ? null : Stack(PolicyKind.Resource, policy) },
        };

    /// <summary>Whether a condition of an identity policy holds.</summary>
    public static bool Holds(string condition, params (string Key, object Value)[] context) =>
        Evaluator.Decide(Request(
            "s3:GetObject", "arn:aws:s3:::b/k", Allow("*", $$""","Condition":{{condition}}"""), null,
            new RequestContext(context.Select(c => KeyValuePair.Create(
                ContextKey.Of(c.Key), c.Value is string[] many ? new ContextValues(many) : new((string)c.Value))))))
            .IsAllowed;
}
