using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

public sealed class CancelInstanceRefresh : IWriteOperation<CancelInstanceRefreshRequest, CancelInstanceRefreshResult>
{
    public CancelInstanceRefreshResult Run(CancelInstanceRefreshRequest request, Call call) => new();
}
