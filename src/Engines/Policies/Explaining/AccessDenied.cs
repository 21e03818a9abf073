using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Explaining;

/// <summary>
/// The words of a refusal. Source: IAM User Guide, "Troubleshoot access denied error messages". An action without a
/// resource is named without one.
/// </summary>
public static class AccessDenied
{
    private static readonly ContextKey PrincipalOrganization = ContextKey.Of("aws:PrincipalOrgID");
    private static readonly ContextKey ResourceOrganization = ContextKey.Of("aws:ResourceOrgID");

    /// <summary>The message of a refusal.</summary>
    public static string Message(in AccessRequest request, in Verdict verdict)
    {
        var who = request.Requester.Kind == RequesterKind.Anonymous ? "anonymous" : request.Requester.Arn;
        var resource = request.Resource.Text == "*" ? "" : $" on resource: {request.Resource.Text}";
        return $"User: {who} is not authorized to perform: {request.Action.Text}{resource} {Because(request, verdict)}";
    }

    /// <summary>Why, as the end of the message says it.</summary>
    public static string Because(in AccessRequest request, in Verdict verdict)
    {
        var isTrust = verdict.Layer == PolicyLayer.Resource && IsTrust(request);
        if (verdict.Outcome != Outcome.ExplicitDeny)
            return $"because no {(isTrust ? "role trust" : Name(verdict.Layer))} {Noun(verdict.Layer)} allows the "
                + $"{request.Action.Text} action";
        if (isTrust) return "with an explicit deny in the role trust policy";
        var article = verdict.Layer == PolicyLayer.Identity ? "an" : "a";
        return $"with an explicit deny in {article} {Name(verdict.Layer)} {Noun(verdict.Layer)}"
            + (Source(request, verdict) is { } arn ? $": {arn}" : "");
    }

    /// <summary>A kind of policies as AWS names it, with its noun.</summary>
    public static string NameOf(PolicyLayer layer) => $"{Name(layer)} {Noun(layer)}";

    // Which policy denied is told of those that have an ARN, within an account or an organization. Source: AWS Security
    // Blog, "Enhanced access denied error messages with policy ARNs".
    private static string? Source(in AccessRequest request, in Verdict verdict) =>
        verdict.Layer is not (PolicyLayer.Resource or PolicyLayer.Endpoint)
        && verdict.Rule?.Policy.Name is { } name && name.StartsWith("arn:", StringComparison.Ordinal)
        && name.Contains(":policy/", StringComparison.Ordinal) && !name.Contains('#', StringComparison.Ordinal)
        && IsNear(request)
            ? name
            : null;

    private static bool IsNear(in AccessRequest request)
    {
        if (request.Target.Account.Length == 0 || request.Target.Account == request.Requester.Account) return true;
        var (who, what) = (request.Context.Get(PrincipalOrganization), request.Context.Get(ResourceOrganization));
        return who.Count == 1 && what.Count == 1 && who[0] == what[0];
    }

    private static string Name(PolicyLayer layer) => layer switch
    {
        PolicyLayer.ServiceControl => "service control",
        PolicyLayer.ResourceControl => "resource control",
        PolicyLayer.Endpoint => "VPC endpoint",
        PolicyLayer.Resource => "resource-based",
        PolicyLayer.Boundary => "permissions",
        PolicyLayer.Session => "session",
        _ => "identity-based",
    };

    private static string Noun(PolicyLayer layer) => layer == PolicyLayer.Boundary ? "boundary" : "policy";

    private static bool IsTrust(in AccessRequest request) => request.Target.Policy is { Policies.Count: > 0 } policy
        ? policy.Policies[0].Document.Kind == PolicyKind.Trust
        : request.Action.Lower.StartsWith("sts:assumerole", StringComparison.Ordinal);
}
