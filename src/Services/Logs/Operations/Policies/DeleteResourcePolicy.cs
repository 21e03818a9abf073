using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Policies;

/// <summary>To come.</summary>
public sealed class DeleteResourcePolicy : IWriteOperation<DeleteResourcePolicyRequest, DeleteResourcePolicyResult>
{
    /// <inheritdoc/>
    public DeleteResourcePolicyResult Run(DeleteResourcePolicyRequest request, Call call) => new();
}
