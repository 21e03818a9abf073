using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Explaining;

/// <summary>
/// Finds what turns a no into a yes: a statement more for what does not allow, a statement less for what denies, and
/// then again until the request would pass. Each step is tried on a copy, so the remedy is proved.
/// </summary>
internal static class Remedier
{
    private const int Most = 32;

    /// <summary>The remedy; null where none is found.</summary>
    public static Remedy? Of(in AccessRequest request)
    {
        var changes = new List<Change>();
        var now = request;
        for (var step = 0; step < Most; step++)
        {
            var verdict = Evaluator.Decide(now);
            if (verdict.IsAllowed) return new(string.Join(", then ", changes.Select(Sentence)), changes);
            if (verdict.Rule is { } rule)
            {
                changes.Add(Removal(verdict.Layer, rule));
                now = Mending.Without(now, rule);
                continue;
            }

            var kind = KindOf(now, verdict.Layer);
            var text = StatementText.Allowing(now, kind);
            if (PolicyDocument.Read(text, kind, out _) is not { } document) return null;
            changes.Add(Addition(now, verdict, kind, text));
            now = Mending.With(now, verdict, new("remedy", document));
        }

        return null;
    }

    private static PolicyKind KindOf(in AccessRequest request, PolicyLayer layer) => layer switch
    {
        PolicyLayer.ServiceControl => PolicyKind.ServiceControl,
        PolicyLayer.ResourceControl => PolicyKind.Endpoint, // an RCP that allows something allows everything
        PolicyLayer.Endpoint => PolicyKind.Endpoint,
        PolicyLayer.Boundary => PolicyKind.Boundary,
        PolicyLayer.Session => PolicyKind.Session,
        PolicyLayer.Identity => PolicyKind.Identity,
        _ => request.Action.Lower.StartsWith("sts:assumerole", StringComparison.Ordinal) ? PolicyKind.Trust
            : request.Action.Service == "kms" ? PolicyKind.Key : PolicyKind.Resource,
    };

    private static Change Removal(PolicyLayer layer, Rule rule) => new(
        layer switch
        {
            PolicyLayer.ServiceControl or PolicyLayer.ResourceControl => "organizations:UpdatePolicy",
            PolicyLayer.Endpoint => "ec2:ModifyVpcEndpoint",
            PolicyLayer.Resource => PutAction(rule),
            PolicyLayer.Session => "sts:AssumeRole",
            _ => OwnAction(rule.Policy.Name),
        },
        rule.Policy.Name,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RemoveStatement"] = string.IsNullOrEmpty(rule.Statement.Sid)
                ? $"{rule.Statement.Index + 1}"
                : rule.Statement.Sid,
        });

    // Managed policies are named by their ARN, inline ones by the ARN of whose they are, a mark, and their name.
    private static string OwnAction(string policy)
    {
        var isInline = policy.Contains('#', StringComparison.Ordinal);
        if (!isInline && policy.StartsWith("arn:", StringComparison.Ordinal)) return "iam:CreatePolicyVersion";
        return isInline && policy.Contains(":user/", StringComparison.Ordinal) ? "iam:PutUserPolicy"
            : isInline && policy.Contains(":group/", StringComparison.Ordinal) ? "iam:PutGroupPolicy"
            : "iam:PutRolePolicy";
    }

    private static string PutAction(Rule rule) => rule.Policy.Document.Kind switch
    {
        PolicyKind.Trust => "iam:UpdateAssumeRolePolicy",
        PolicyKind.Key => "kms:PutKeyPolicy",
        _ => "PutResourcePolicy",
    };

    private static Change Addition(in AccessRequest request, in Verdict verdict, PolicyKind kind, string document)
    {
        var isUser = request.Requester.Kind is RequesterKind.User or RequesterKind.FederatedUser;
        var (action, subject) = verdict.Layer switch
        {
            PolicyLayer.ServiceControl or PolicyLayer.ResourceControl =>
                ("organizations:AttachPolicy", verdict.Level!.Id),
            PolicyLayer.Endpoint => ("ec2:ModifyVpcEndpoint", "VPC endpoint"),
            PolicyLayer.Resource => (PolicyAction(request.Action.Service, kind), request.Resource.Text),
            PolicyLayer.Boundary => ("iam:CreatePolicyVersion", NameOf(request.Principal.Boundary)),
            PolicyLayer.Session => ("sts:AssumeRole", request.Requester.IssuerArn ?? request.Requester.Arn),
            _ => (isUser ? "iam:PutUserPolicy" : "iam:PutRolePolicy",
                request.Requester.IssuerArn ?? request.Requester.Arn),
        };
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (verdict.Layer == PolicyLayer.Identity)
        {
            arguments[isUser ? "UserName" : "RoleName"] = subject[(subject.LastIndexOf('/') + 1)..];
            arguments["PolicyName"] = $"Allow{request.Action.Text[(request.Action.Service.Length + 1)..]}";
        }

        arguments["PolicyDocument"] = document;
        return new(action, subject, arguments);
    }

    // How services call it; the rest call it PutResourcePolicy.
    private static string PolicyAction(string service, PolicyKind kind) => kind switch
    {
        PolicyKind.Trust => "iam:UpdateAssumeRolePolicy",
        PolicyKind.Key => "kms:PutKeyPolicy",
        _ => service switch
        {
            "s3" => "s3:PutBucketPolicy",
            "sqs" => "sqs:SetQueueAttributes",
            "sns" => "sns:SetTopicAttributes",
            "lambda" => "lambda:AddPermission",
            "events" => "events:PutPermission",
            _ => $"{service}:PutResourcePolicy",
        },
    };

    private static string NameOf(PolicyStack? stack) =>
        stack is { Policies: [var first, ..] } ? first.Name : "boundary";

    private static string Sentence(Change change) => change.Arguments.TryGetValue("PolicyDocument", out var document)
        ? $"add to the policy of {change.Subject}: {document}"
        : $"remove statement {change.Arguments["RemoveStatement"]} from {change.Subject}";
}
