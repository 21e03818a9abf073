using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>Deletes a metric filter.</summary>
public sealed class DeleteMetricFilter : IWriteOperation<DeleteMetricFilterRequest, DeleteMetricFilterResult>
{
    /// <inheritdoc/>
    public DeleteMetricFilterResult Run(DeleteMetricFilterRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        return call.Write(Tables.MetricFilters).Remove(PartKey.Of(group.Name.Value, request.FilterName!))
            ? new()
            : throw Errors.NotFound("The specified metric filter does not exist.");
    }
}
