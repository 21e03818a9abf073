namespace Orrery.Contracts.Flows;

/// <summary>A flow log in a list.</summary>
/// <param name="FlowLogId">Its id.</param>
/// <param name="ResourceId">What it watches.</param>
/// <param name="Traffic">ACCEPT, REJECT or ALL.</param>
/// <param name="Destination">Where its records go.</param>
public sealed record FlowLogSummary(string FlowLogId, string ResourceId, string Traffic, string Destination);
