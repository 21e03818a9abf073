using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>To come.</summary>
public sealed class DeleteRetentionPolicy : IWriteOperation<DeleteRetentionPolicyRequest, DeleteRetentionPolicyResult>
{
    /// <inheritdoc/>
    public DeleteRetentionPolicyResult Run(DeleteRetentionPolicyRequest request, Call call) => new();
}
