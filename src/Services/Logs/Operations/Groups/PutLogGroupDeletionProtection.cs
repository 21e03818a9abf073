using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>To come.</summary>
public sealed class PutLogGroupDeletionProtection : IWriteOperation<PutLogGroupDeletionProtectionRequest, PutLogGroupDeletionProtectionResult>
{
    /// <inheritdoc/>
    public PutLogGroupDeletionProtectionResult Run(PutLogGroupDeletionProtectionRequest request, Call call) => new();
}
