using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>To come.</summary>
public sealed class TestMetricFilter : IReadOperation<TestMetricFilterRequest, TestMetricFilterResult>
{
    /// <inheritdoc/>
    public TestMetricFilterResult Run(TestMetricFilterRequest request, Call call) => new();
}
