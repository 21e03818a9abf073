using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.FlowLogs;

/// <summary>
/// Deletes flow logs. What was delivered stays; what waits for the end of its interval is dropped (guessed). The error
/// is known from moto.
/// </summary>
public sealed class DeleteFlowLogs : IWriteOperation<DeleteFlowLogsRequest, DeleteFlowLogsResult>
{
    /// <inheritdoc/>
    public DeleteFlowLogsResult Run(DeleteFlowLogsRequest request, Call call)
    {
        var ids = request.FlowLogIds!.Distinct(StringComparer.Ordinal).ToList();
        ids.ForEach(FlowLogKinds.FlowLog.CheckForm);
        if (ids.Where(id => !FlowLogKinds.FlowLog.Exists(call, id)).ToList() is { Count: > 0 } missing)
        {
            throw new ServiceException(
                "InvalidFlowLogId.NotFound",
                "These flow log ids in the input list are not found: "
                + $"[TotalCount: {missing.Count}] {string.Join(' ', missing)}");
        }

        foreach (var id in ids)
        {
            FlowLogLoop.Stop(call, new FlowLogId(id));
            call.Write(FlowLogTables.FlowLogs).Remove(new FlowLogId(id));
            TagStore.Forget(call, id);
        }

        return new() { Unsuccessful = [] };
    }
}
