using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Policies;

/// <summary>To come.</summary>
public sealed class PutResourcePolicy : IWriteOperation<PutResourcePolicyRequest, PutResourcePolicyResult>
{
    /// <inheritdoc/>
    public PutResourcePolicyResult Run(PutResourcePolicyRequest request, Call call) => new();
}
