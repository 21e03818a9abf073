using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs.Rules;

/// <summary>What a key of KMS is associated with. Source: CloudWatch Logs API Reference, AssociateKmsKey.</summary>
internal static class KeyTargets
{
    private const string Results = ":query-result:";

    /// <summary>The log group of a request, by its name or by its ARN as a resource.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static GroupRecord Of(ReadCall call, string? name, string? resource)
    {
        if (name is null == resource is null)
            throw Errors.Invalid("Exactly one of logGroupName and resourceIdentifier has to be given.");
        if (name is not null) return LogGroups.Get(call, name);
        if (resource!.Contains(Results, StringComparison.Ordinal))
            throw Errors.NotServed("keys of KMS for the results of queries (resourceIdentifier)");
        return resource.StartsWith("arn:", StringComparison.Ordinal)
            ? LogGroups.ByIdentifier(call, resource)
            : throw Errors.Invalid($"{resource} is not the ARN of a log group.");
    }
}
