using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.FlowLogs;

/// <summary>
/// Lists flow logs. Ids that name nothing are left out, as the clients of AWS expect that wait for a deletion
/// (Terraform's provider). Filters: EC2 API Reference.
/// </summary>
public sealed class DescribeFlowLogs : IReadOperation<DescribeFlowLogsRequest, DescribeFlowLogsResult>
{
    private static readonly Filters<FlowLogRecord> Filters = new Filters<FlowLogRecord>()
        .One("deliver-log-status", FlowLogView.Status)
        .One("log-destination-type", log => log.DestinationType.ToWire())
        .One("flow-log-id", log => log.Id.Value)
        .One("log-group-name", log => log.LogGroupName)
        .Indexed(
            "resource-id",
            log => [log.ResourceId],
            (call, id) => call.Read(FlowLogTables.FlowLogs).By(FlowLogTables.FlowLogsByResource, id))
        .One("traffic-type", log => log.TrafficType?.ToWire())
        .Tags(log => log.Id.Value);

    /// <inheritdoc/>
    public DescribeFlowLogsResult Run(DescribeFlowLogsRequest request, ReadCall call)
    {
        foreach (var id in request.FlowLogIds ?? [])
        {
            FlowLogKinds.FlowLog.CheckForm(id);
        }

        var known = request.FlowLogIds?.Where(id => FlowLogKinds.FlowLog.Exists(call, id)).ToList();
        if (request.FlowLogIds is { Count: > 0 } && known is { Count: 0 })
        {
            return new() { FlowLogs = [] };
        }

        var query = new ListQuery(known, request.Filter, request.MaxResults, request.NextToken);
        var page = Lister.List(call, FlowLogKinds.FlowLog, Filters, query);
        return new() { FlowLogs = page.As(log => FlowLogView.Of(log, call)), NextToken = page.NextToken };
    }
}
