using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>Deletes a log group with its streams, events and filters; not one that is protected.</summary>
public sealed class DeleteLogGroup : IWriteOperation<DeleteLogGroupRequest, DeleteLogGroupResult>
{
    /// <inheritdoc/>
    public DeleteLogGroupResult Run(DeleteLogGroupRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        if (group.IsProtected)
        {
            throw new Core.ServiceException(
                "ValidationException",
                "The log group is protected from deletion. Turn deletion protection off first.");
        }

        foreach (var stream in LogGroups.Streams(call, group.Name.Value).ToList())
        {
            call.Write(Tables.Streams).Remove(stream.Key);
            Clearing.Begin(call, stream.Id);
        }

        var filters = call.Write(Tables.MetricFilters);
        foreach (var filter in filters.By(Tables.MetricFiltersByGroup, group.Name.Value).ToList())
        {
            filters.Remove(filter.Key);
        }

        var subscriptions = call.Write(Tables.Subscriptions);
        foreach (var filter in subscriptions.By(Tables.SubscriptionsByGroup, group.Name.Value).ToList())
        {
            subscriptions.Remove(filter.Key);
        }

        Sweeper.Forget(call, group.Name);
        call.Write(Tables.Policies).Remove(new(Arns.Group(call.Scope, group.Name.Value)));
        call.Write(Tables.Groups).Remove(group.Name);
        return new();
    }
}
