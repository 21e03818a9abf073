using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>To come.</summary>
public sealed class PutMetricFilter : IWriteOperation<PutMetricFilterRequest, PutMetricFilterResult>
{
    /// <inheritdoc/>
    public PutMetricFilterResult Run(PutMetricFilterRequest request, Call call) => new();
}
