using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.LogEvents;

/// <summary>To come.</summary>
public sealed class GetLogEvents : IReadOperation<GetLogEventsRequest, GetLogEventsResult>
{
    /// <inheritdoc/>
    public GetLogEventsResult Run(GetLogEventsRequest request, Call call) => new();
}
