using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.LogEvents;

/// <summary>To come.</summary>
public sealed class FilterLogEvents : IReadOperation<FilterLogEventsRequest, FilterLogEventsResult>
{
    /// <inheritdoc/>
    public FilterLogEventsResult Run(FilterLogEventsRequest request, Call call) => new();
}
