using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>To come.</summary>
public sealed class PutRetentionPolicy : IWriteOperation<PutRetentionPolicyRequest, PutRetentionPolicyResult>
{
    /// <inheritdoc/>
    public PutRetentionPolicyResult Run(PutRetentionPolicyRequest request, Call call) => new();
}
