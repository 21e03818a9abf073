using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>To come.</summary>
public sealed class DeleteLogGroup : IWriteOperation<DeleteLogGroupRequest, DeleteLogGroupResult>
{
    /// <inheritdoc/>
    public DeleteLogGroupResult Run(DeleteLogGroupRequest request, Call call) => new();
}
