using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

public sealed class StartInstanceRefresh : IWriteOperation<StartInstanceRefreshRequest, StartInstanceRefreshResult>
{
    public StartInstanceRefreshResult Run(StartInstanceRefreshRequest request, Call call) => new();
}
