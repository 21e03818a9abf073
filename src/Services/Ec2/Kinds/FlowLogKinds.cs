using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of flow logs. Codes: "Error codes for the Amazon EC2 API"; tag types: the ResourceType enumeration of the
/// EC2 model.
/// </summary>
internal static class FlowLogKinds
{
    public static readonly TableKind<FlowLogId, FlowLogRecord> FlowLog = new(
        FlowLogTables.FlowLogs,
        "vpc-flow-log",
        new("InvalidFlowLogId.NotFound", "InvalidFlowLogId.Malformed", "flow log ID"));

    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [FlowLog];
}
