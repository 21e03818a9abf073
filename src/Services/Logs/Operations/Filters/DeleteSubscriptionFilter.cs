using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>Deletes a subscription filter.</summary>
public sealed class DeleteSubscriptionFilter : IWriteOperation<DeleteSubscriptionFilterRequest, DeleteSubscriptionFilterResult>
{
    /// <inheritdoc/>
    public DeleteSubscriptionFilterResult Run(DeleteSubscriptionFilterRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        return call.Write(Tables.Subscriptions).Remove(PartKey.Of(group.Name.Value, request.FilterName!))
            ? new()
            : throw Errors.NotFound("The specified subscription filter does not exist.");
    }
}
