using System.Text.Json.Nodes;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>A case as the engine takes it.</summary>
public static class CompiledCase
{
    /// <summary>The request.</summary>
    public static AccessRequest Of(PolicyCase one)
    {
        var resourceKind = one.Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase) ? PolicyKind.Key
            : one.MustAllow ? PolicyKind.Trust : PolicyKind.Resource;
        return new()
        {
            Requester = RequesterOf(one),
            Action = ActionName.Of(one.Action),
            Resource = new(one.Resource),
            Context = ContextOf(one.Context),
            Principal = new(Stack(PolicyKind.Identity, "identity", one.Identity))
            {
                Boundary = one.Boundary is { } boundary ? Stack(PolicyKind.Boundary, "boundary", boundary) : null,
                Session = one.Session is { } session ? Stack(PolicyKind.Session, "session", session) : null,
                Control = Path(PolicyKind.ServiceControl, one.ServiceControls),
            },
            Target = new(one.ResourceAccount)
            {
                Policy = one.ResourcePolicy is { } policy ? Stack(resourceKind, "resource", policy) : null,
                MustAllow = one.MustAllow,
                Control = Path(PolicyKind.Endpoint, one.ResourceControls),
            },
        };
    }

    /// <summary>The decision.</summary>
    public static Outcome Decide(PolicyCase one) => Evaluator.Decide(Of(one)).Outcome;

    /// <summary>A context of JSON.</summary>
    public static RequestContext ContextOf(JsonObject context) => new(context.Select(e => KeyValuePair.Create(
        ContextKey.Of(e.Key),
        e.Value is JsonArray many
            ? new ContextValues([.. many.Select(v => (string)v!)])
            : new ContextValues((string)e.Value!))));

    private static Requester RequesterOf(PolicyCase one) => one.Role is { } role
        ? Requester.Session(one.Principal, role)
        : one.Principal.EndsWith(":root", StringComparison.Ordinal)
            ? Requester.Root(one.Account)
            : Requester.User(one.Principal);

    private static ControlPath Path(PolicyKind kind, JsonObject[][] levels) =>
        ControlPath.Of(levels.Select((l, i) => new ControlLevel($"level {i}", Stack(kind, $"{kind}", l))));

    private static PolicyStack Stack(PolicyKind kind, string name, params JsonObject[] policies) => PolicyStack.Of(
        policies.Select((p, i) => new AttachedPolicy($"{name} {i}", PolicyDocument.Parse(p.ToJsonString(), kind))));
}
