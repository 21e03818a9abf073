namespace Orrery.Contracts.Flows;

/// <summary>The records of one aggregation interval of a flow log.</summary>
/// <param name="Target">Where they go.</param>
/// <param name="Place">The log group, or the bucket and key of the object that holds them.</param>
/// <param name="Header">The names of the fields: the first line of an object in a bucket.</param>
/// <param name="Entries">The records.</param>
public sealed record FlowLogBatch(
    FlowLogTarget Target, string Place, string Header, IReadOnlyList<FlowLogEntry> Entries);
