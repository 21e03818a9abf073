namespace Orrery.Contracts.Flows;

/// <summary>One record of a flow log.</summary>
/// <param name="Stream">What it is about: the interface or attachment, by which log streams are named.</param>
/// <param name="Start">The beginning of its aggregation interval.</param>
/// <param name="Line">The record in the format of its flow log.</param>
public sealed record FlowLogEntry(string Stream, DateTimeOffset Start, string Line);
