using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Wire.Generated.Iam;
using AttachedPolicy = Orrery.Engines.Policies.Evaluation.AttachedPolicy;
using Statement = Orrery.Wire.Generated.Iam.Statement;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// A simulation: actions on resources, decided by the engine that decides about calls. Source: IAM API Reference,
/// SimulateCustomPolicy; IAM User Guide, "IAM policy testing with the IAM policy simulator".
/// </summary>
internal sealed class Simulation
{
    private const string Anything = "*";

    /// <summary>The policies of whom it is about.</summary>
    public required IReadOnlyList<SimulatedPolicy> Policies { get; init; }

    /// <summary>The permissions boundary; none where empty.</summary>
    public required IReadOnlyList<SimulatedPolicy> Boundary { get; init; }

    /// <summary>The service control policies of the account, from the root to it; empty where none count.</summary>
    public IReadOnlyList<ControlTexts> Control { get; init; } = [];

    /// <summary>The actions.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>The resources; all where null.</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>The policy of the resources.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>The account that owns the resources.</summary>
    public string? ResourceOwner { get; init; }

    /// <summary>The user who asks; the resources' policy may name them.</summary>
    public string? CallerArn { get; init; }

    /// <summary>The condition keys of the simulated requests.</summary>
    public required IReadOnlyList<ContextEntry> Entries { get; init; }

    /// <summary>The scenario of EC2 that is simulated.</summary>
    public string? Handling { get; init; }

    /// <summary>Policies that a request passes in, named by their places.</summary>
    public static IReadOnlyList<SimulatedPolicy> Passed(string list, IReadOnlyList<string>? documents) =>
    [
        .. (documents ?? []).Select((document, place) =>
            new SimulatedPolicy($"{list}.{place + 1}", document, PolicySourceType.None)),
    ];

    /// <summary>A result for each action.</summary>
    /// <exception cref="ServiceException">InvalidInput, ValidationError.</exception>
    public IReadOnlyList<EvaluationResult> Run(ReadCall call)
    {
        if (Handling is not null) throw Errors.NotServed("ResourceHandlingOption");
        if (ResourcePolicy is not null && CallerArn is null)
            throw Errors.InvalidInput("A ResourcePolicy needs a CallerArn.");
        var requester = CallerArn is null
            ? Requester.User($"arn:aws:iam::{call.Account}:user/simulated")
            : Requester.User(CallerArn);
        var principal = new PrincipalPolicies(Stack(Policies, PolicyKind.Identity))
        {
            Boundary = Boundary.Count == 0 ? null : Stack(Boundary, PolicyKind.Boundary),
            Control = Control.Count == 0 ? ControlPath.None : ControlPath.Of(Control.Select(LevelOf)),
        };
        var target = ResourcePolicy is null ? ResourcePolicies.None : new(OwnerOf(requester))
        {
            Policy = Stack([new("ResourcePolicy", ResourcePolicy, PolicySourceType.Resource)], PolicyKind.Resource),
        };
        var context = new RequestContext(Entries.Select(e => KeyValuePair.Create(
            ContextKey.Of(e.ContextKeyName ?? ""), new ContextValues([.. e.ContextKeyValues ?? []]))));
        return [.. Actions.Select(action => Result(new()
        {
            Requester = requester,
            Action = ActionOf(action),
            Resource = ResourceName.Any,
            Context = context,
            Principal = principal,
            Target = target,
        }))];
    }

    private static ActionName ActionOf(string action) => action.Contains(':', StringComparison.Ordinal)
        ? ActionName.Of(action)
        : throw Errors.InvalidInput($"Invalid Action: {action}");

    private static PolicyStack Stack(IReadOnlyList<SimulatedPolicy> policies, PolicyKind kind) =>
        PolicyStack.Of(policies.Select(p => PolicyDocument.Read(p.Document, kind, out var fault) is { } document
            ? new AttachedPolicy(p.Id, document, p.Type.ToString())
            : throw Errors.InvalidInput(fault!.Message)));

    private static ControlLevel LevelOf(ControlTexts level) => new(level.Level, Stack(
        [.. level.Policies.Select(p => new SimulatedPolicy(p.Source, p.Document, PolicySourceType.None))],
        PolicyKind.ServiceControl));

    private OrganizationsDecisionDetail? OfOrganization(Verdict verdict) => Control.Count == 0
        ? null
        : new() { AllowedByOrganizations = verdict.Layer != PolicyLayer.ServiceControl };

    private string OwnerOf(Requester requester) =>
        ResourceOwner is { } owner ? Arns.AccountOf(owner) is { Length: 12 } account ? account : owner
            : requester.Account;

    private EvaluationResult Result(AccessRequest request)
    {
        IReadOnlyList<string> resources = Resources is { Count: > 0 } ? Resources : [Anything];
        var verdicts = resources.Select(r => Evaluator.Decide(request with { Resource = new(r) })).ToList();
        var worst = verdicts.MinBy(v => v.Outcome == Outcome.ExplicitDeny ? 0 : v.IsAllowed ? 2 : 1);
        return new()
        {
            EvalActionName = request.Action.Text,
            EvalResourceName = resources.Count == 1 ? resources[0] : Anything,
            EvalDecision = DecisionOf(worst),
            MatchedStatements = Matched(worst),
            MissingContextValues = Missing(),
            OrganizationsDecisionDetail = OfOrganization(worst),
            PermissionsBoundaryDecisionDetail = Limit(request.Principal, worst),
            ResourceSpecificResults = resources.Count == 1 ? null : [.. verdicts.Select((verdict, place) =>
                new ResourceSpecificResult
                {
                    EvalResourceName = resources[place],
                    EvalResourceDecision = DecisionOf(verdict),
                    MatchedStatements = Matched(verdict),
                    MissingContextValues = [],
                    PermissionsBoundaryDecisionDetail = Limit(request.Principal, verdict),
                })],
        };
    }

    private static PolicyEvaluationDecisionType DecisionOf(Verdict verdict) => verdict.Outcome switch
    {
        Outcome.Allowed => PolicyEvaluationDecisionType.Allowed,
        Outcome.ExplicitDeny => PolicyEvaluationDecisionType.ExplicitDeny,
        _ => PolicyEvaluationDecisionType.ImplicitDeny,
    };

    private Statement[] Matched(Verdict verdict)
    {
        if (verdict.Rule is not { } rule) return [];
        var type = Policies.Concat(Boundary).FirstOrDefault(p => p.Id == rule.Policy.Name)?.Type
            ?? (verdict.Layer == PolicyLayer.ServiceControl ? PolicySourceType.None : PolicySourceType.Resource);
        return
        [
            new()
            {
                SourcePolicyId = rule.Policy.Name,
                SourcePolicyType = type,
                StartPosition = After(rule.Statement.Begin),
                EndPosition = After(rule.Statement.End),
            },
        ];
    }

    // Columns count from 1, and AWS tells the one behind a bracket: so its CLI's examples of simulate-custom-policy and
    // simulate-principal-policy have it.
    private static Position After(TextPlace bracket) => new() { Line = bracket.Line, Column = bracket.Column + 2 };

    // The keys that the policies ask for and the request to simulate did not bring.
    private IReadOnlyList<string> Missing()
    {
        var given = Entries.Select(e => e.ContextKeyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. ContextKeys.Of(Policies.Concat(Boundary).Select(p => p.Document)).Where(k => !given.Contains(k))];
    }

    private static PermissionsBoundaryDecisionDetail? Limit(PrincipalPolicies principal, Verdict verdict) =>
        principal.Boundary is null
            ? null
            : new() { AllowedByPermissionsBoundary = verdict.Layer != PolicyLayer.Boundary };
}
