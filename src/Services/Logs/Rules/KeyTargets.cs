using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// What a key of KMS is associated with: a log group, or the results of all queries of the account. Source: CloudWatch
/// Logs API Reference, AssociateKmsKey.
/// </summary>
internal static class KeyTargets
{
    /// <summary>The ARN of the results of queries.</summary>
    public static string Results(Scope scope) => $"arn:aws:logs:{scope.Region}:{scope.Account}:query-result:*";

    /// <summary>The log group of a request, by its name or by its ARN as a resource; null for the results of queries.
    /// </summary>
    /// <exception cref="ServiceException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static GroupRecord? Of(ReadCall call, string? name, string? resource)
    {
        if (name is null == resource is null)
            throw Errors.Invalid("Exactly one of logGroupName and resourceIdentifier has to be given.");
        if (name is not null) return LogGroups.Get(call, name);
        if (resource == Results(call.Scope)) return null;
        return Arns.Parse(resource!) is not null
            ? LogGroups.ByIdentifier(call, resource!)
            : throw Errors.Invalid($"{resource} is neither the ARN of a log group nor that of the results of queries.");
    }

    /// <summary>Associates a key, or none.</summary>
    public static void Put(Call call, GroupRecord? group, string? key)
    {
        if (group is not null)
            call.Write(Tables.Groups).Put(group with { KmsKeyArn = key });
        else if (key is not null)
            call.Write(Tables.ResultKeys).Put(new(ResultKeyRecord.Results, key));
        else
            call.Write(Tables.ResultKeys).Remove(ResultKeyRecord.Results);
    }
}
