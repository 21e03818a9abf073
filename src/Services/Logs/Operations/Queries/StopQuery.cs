using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class StopQuery : IWriteOperation<StopQueryRequest, StopQueryResult>
{
    /// <inheritdoc/>
    public StopQueryResult Run(StopQueryRequest request, Call call) => new();
}
