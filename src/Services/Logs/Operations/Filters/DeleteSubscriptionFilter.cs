using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>To come.</summary>
public sealed class DeleteSubscriptionFilter : IWriteOperation<DeleteSubscriptionFilterRequest, DeleteSubscriptionFilterResult>
{
    /// <inheritdoc/>
    public DeleteSubscriptionFilterResult Run(DeleteSubscriptionFilterRequest request, Call call) => new();
}
