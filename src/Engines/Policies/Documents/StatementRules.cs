using Orrery.Engines.Policies.Patterns;

namespace Orrery.Engines.Policies.Documents;

/// <summary>What must be true of the entries of a statement.</summary>
internal static class StatementRules
{
    private const string Vendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";

    private const string Control =
        "The provided policy document does not meet the requirements of the specified policy type.";

    private static readonly string[] TrustActions =
    [
        "sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:tagsession",
        "sts:setsourceidentity", "sts:setcontext", "sts:assumeroot", "sts:*",
    ];

    // The first parts of what IAM's own ARNs name.
    private static readonly string[] IamPaths =
    [
        "user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/", "server-certificate/", "policy/",
        "sms-mfa/", "saml-provider/", "oidc-provider/", "report/", "access-report/",
    ];

    /// <summary>An action has a service's prefix and one colon.</summary>
    public static void CheckAction(string action, PolicyKind kind, int line, Action<PolicyProblem, string, int> fault)
    {
        if (kind == PolicyKind.Trust && !TrustActions.Any(a => Glob.Of(action.ToLowerInvariant()).Matches(a)))
            fault(PolicyProblem.InvalidAction, "AssumeRole policy may only specify STS AssumeRole actions.", line);
        if (action == "*") return;
        var parts = action.Split(':');
        if (parts.Length == 1) fault(PolicyProblem.InvalidAction, Vendor, line);
        else if (parts.Length > 2)
            fault(PolicyProblem.InvalidAction, "Actions/Condition can contain only one colon.", line);
        else if (!parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') || parts[0].Length == 0)
            fault(PolicyProblem.InvalidAction, $"Vendor {parts[0]} is not valid", line);
    }

    /// <summary>A resource is an ARN, or everything.</summary>
    public static void CheckResource(
        string resource, PolicyKind kind, int line, Action<PolicyProblem, string, int> fault)
    {
        if (resource == "*") return;
        var parts = resource.Split(':', 6);
        if (parts.Length < 2 || parts[0] != "arn")
        {
            fault(PolicyProblem.InvalidResource, $"Resource {resource} must be in ARN format or \"*\".", line);
            return;
        }

        // Other kinds are checked by the service that keeps them.
        if (kind is PolicyKind.Resource) return;
        if (!IsPartition(parts[1]))
        {
            string At(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : "*";
            fault(PolicyProblem.InvalidResource, $"Partition \"{parts[1]}\" is not valid for resource "
                + $"\"arn:{parts[1]}:{At(2)}:{At(3)}:{At(4)}:{At(5)}\".", line);
        }
        else if (parts.Length < 3 || parts[2].Length == 0 || parts[2].AsSpan().IndexOfAny('*', '?') >= 0)
        {
            fault(PolicyProblem.InvalidResource,
                "Resource vendor must be fully qualified and cannot contain regexes.", line);
        }
        else if (parts[2] is "iam" or "s3")
        {
            CheckGlobal(resource, parts, line, fault);
        }
    }

    /// <summary>
    /// Organizations User Guide, "SCP syntax" and "RCP syntax": an RCP names everybody, denies, and has a resource; an
    /// SCP has no principal.
    /// </summary>
    public static void CheckControl(
        Statement statement, PolicyKind kind, Node node, Action<PolicyProblem, string, int> fault)
    {
        var isServiceControl = kind == PolicyKind.ServiceControl;
        var isWrong = isServiceControl
            ? node["Principal"] is not null || node["NotPrincipal"] is not null
            : node["Principal"] is not { Kind: NodeKind.String, Text: "*" } || statement.IsNotAction
                || (statement.Effect == Effect.Allow && statement.Actions is not ["*"])
                || (statement.Effect == Effect.Deny && statement.Actions.Contains("*"));
        if (isWrong) fault(PolicyProblem.ControlPolicy, Control, statement.Line);
    }

    private static void CheckGlobal(
        string resource, string[] parts, int line, Action<PolicyProblem, string, int> fault)
    {
        var isIam = parts[2] == "iam";
        // Access points, jobs and the like have a region; buckets do not.
        var isRegional = !isIam && parts.Length == 6
            && parts[5].AsSpan().IndexOfAny('/', ':') > 0 && parts[4].Length > 0;
        if (parts.Length > 3 && parts[3] is not ("" or "*") && !isRegional)
        {
            fault(PolicyProblem.InvalidResource, isIam
                ? $"IAM resource {resource} cannot contain region information."
                : $"Resource {resource} can not contain region information.", line);
        }
        else if (isIam && parts.Length == 6 && parts[5] is not ("*" or "root")
            && !IamPaths.Any(p => parts[5].StartsWith(p, StringComparison.Ordinal))
            && parts[5].AsSpan().IndexOfAny('*', '?', '$') < 0)
        {
            fault(PolicyProblem.InvalidResource,
                $"IAM resource path must either be \"*\" or start with {string.Join(", ", IamPaths)}.", line);
        }
    }

    private static bool IsPartition(string text) =>
        text is "aws" or "aws-cn" or "aws-us-gov" or "aws-iso" or "aws-iso-b" or "*";
}
