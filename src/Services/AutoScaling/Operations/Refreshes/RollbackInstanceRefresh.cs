using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

public sealed class RollbackInstanceRefresh : IWriteOperation<RollbackInstanceRefreshRequest, RollbackInstanceRefreshResult>
{
    public RollbackInstanceRefreshResult Run(RollbackInstanceRefreshRequest request, Call call) => new();
}
