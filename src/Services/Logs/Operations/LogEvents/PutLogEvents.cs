using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.LogEvents;

/// <summary>To come.</summary>
public sealed class PutLogEvents : IWriteOperation<PutLogEventsRequest, PutLogEventsResult>
{
    /// <inheritdoc/>
    public PutLogEventsResult Run(PutLogEventsRequest request, Call call) => new();
}
