using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>
/// Leaves the events that come to a log group, or the results of queries that begin, to CloudWatch Logs from now on;
/// what is there stays under the key.
/// </summary>
public sealed class DisassociateKmsKey : IWriteOperation<DisassociateKmsKeyRequest, DisassociateKmsKeyResult>
{
    /// <inheritdoc/>
    public DisassociateKmsKeyResult Run(DisassociateKmsKeyRequest request, Call call)
    {
        KeyTargets.Put(call, KeyTargets.Of(call, request.LogGroupName, request.ResourceIdentifier), null);
        return new();
    }
}
