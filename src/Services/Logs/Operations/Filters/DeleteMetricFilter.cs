using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>To come.</summary>
public sealed class DeleteMetricFilter : IWriteOperation<DeleteMetricFilterRequest, DeleteMetricFilterResult>
{
    /// <inheritdoc/>
    public DeleteMetricFilterResult Run(DeleteMetricFilterRequest request, Call call) => new();
}
