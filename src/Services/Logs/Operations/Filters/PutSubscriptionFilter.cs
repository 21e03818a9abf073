using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>To come.</summary>
public sealed class PutSubscriptionFilter : IWriteOperation<PutSubscriptionFilterRequest, PutSubscriptionFilterResult>
{
    /// <inheritdoc/>
    public PutSubscriptionFilterResult Run(PutSubscriptionFilterRequest request, Call call) => new();
}
