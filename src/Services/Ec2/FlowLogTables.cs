using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables of flow logs. What they capture and deliver can be millions: it lives in the store.</summary>
internal static class FlowLogTables
{
    public static readonly Table<FlowLogId, FlowLogRecord> FlowLogs =
        Table<FlowLogId, FlowLogRecord>.Resident("ec2.flow-logs", r => r.Id, () => FlowLogJson.Default.FlowLogRecord);

    public static readonly Index<FlowLogId, FlowLogRecord> FlowLogsByResource =
        FlowLogs.Index("resource", r => r.ResourceId);

    /// <summary>What waits for the end of its aggregation interval.</summary>
    public static readonly Table<FlowRecordKey, FlowCaptureRecord> Captures =
        Table<FlowRecordKey, FlowCaptureRecord>.Stored(
            "ec2.flow-captures", r => r.Key, () => FlowLogJson.Default.FlowCaptureRecord);

    /// <summary>What was delivered, as far as it is kept here.</summary>
    public static readonly Table<FlowRecordKey, FlowLineRecord> Lines =
        Table<FlowRecordKey, FlowLineRecord>.Stored(
            "ec2.flow-lines", r => r.Key, () => FlowLogJson.Default.FlowLineRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [FlowLogs, Captures, Lines];
}
