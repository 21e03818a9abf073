using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>
/// Has the events that come to a log group, or the results of queries that begin, encrypted with a key of KMS from now
/// on; AWS takes up to five minutes.
/// </summary>
public sealed class AssociateKmsKey : IWriteOperation<AssociateKmsKeyRequest, AssociateKmsKeyResult>
{
    /// <inheritdoc/>
    public AssociateKmsKeyResult Run(AssociateKmsKeyRequest request, Call call)
    {
        var group = KeyTargets.Of(call, request.LogGroupName, request.ResourceIdentifier);
        var arn = group is null ? KeyTargets.Results(call.Scope) : Arns.Group(call.Scope, group.Name.Value);
        KeyTargets.Put(call, group, GroupKeys.Checked(call, arn, request.KmsKeyId!));
        return new();
    }
}
