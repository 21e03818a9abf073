using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>
/// Leaves the events that come to a log group from now on to CloudWatch Logs; those that are there stay under the key.
/// </summary>
public sealed class DisassociateKmsKey : IWriteOperation<DisassociateKmsKeyRequest, DisassociateKmsKeyResult>
{
    /// <inheritdoc/>
    public DisassociateKmsKeyResult Run(DisassociateKmsKeyRequest request, Call call)
    {
        var group = KeyTargets.Of(call, request.LogGroupName, request.ResourceIdentifier);
        call.Write(Tables.Groups).Put(group with { KmsKeyArn = null });
        return new();
    }
}
