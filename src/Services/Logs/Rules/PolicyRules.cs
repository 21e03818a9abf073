using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>Resource policies. Source: CloudWatch Logs API Reference, PutResourcePolicy.</summary>
internal static class PolicyRules
{
    /// <summary>How many policies an account has at most in a region.</summary>
    public const int Most = 10;

    /// <summary>The key of a policy: its name, or the log group.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static TextKey Key(ReadCall call, string? name, string? arn)
    {
        if (arn is not null)
        {
            return new(Arns.Group(call.Scope, TagRules.Group(call, arn).Name.Value));
        }

        return name is { Length: > 0 } ? new(name) : throw Errors.Invalid("policyName or resourceArn is required.");
    }

    /// <summary>Refuses what is no policy document.</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static void Check(string? document)
    {
        if (PolicyDocument.Read(document ?? "", PolicyKind.Resource, out var fault) is null)
            throw Errors.Invalid($"The policy document is not valid: {fault?.Message}");
    }

    /// <summary>Refuses a change of another revision than the caller knows.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, OperationAbortedException.</exception>
    public static void CheckRevision(PolicyRecord? policy, string? arn, string? expected)
    {
        if (expected is not null && arn is null)
        {
            throw Errors.Invalid("expectedRevisionId is for policies of a resource.");
        }

        if (expected is not null && expected != policy?.Revision)
        {
            throw new ServiceException("OperationAbortedException", "The expected revision is not the policy's.");
        }
    }

    /// <summary>A policy as the API writes it.</summary>
    public static ResourcePolicy View(PolicyRecord policy) => new()
    {
        PolicyName = policy.Name,
        PolicyDocument = policy.Document,
        LastUpdatedTime = policy.Updated.Ms(),
        PolicyScope = policy.ResourceArn is null ? PolicyScope.Account : PolicyScope.Resource,
        ResourceArn = policy.ResourceArn,
        RevisionId = policy.Revision,
    };
}
