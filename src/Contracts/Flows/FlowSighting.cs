namespace Orrery.Contracts.Flows;

/// <summary>What one interface saw of a flow in one direction.</summary>
/// <param name="Component">The interface, or the attachment of a transit gateway.</param>
/// <param name="Direction">ingress or egress, as the component sees it.</param>
/// <param name="Action">ACCEPT or REJECT; null for a transit gateway, which does not decide so.</param>
/// <param name="Packet">The header, as text.</param>
/// <param name="FlowLogs">The flow logs that will have it.</param>
/// <param name="Due">When the last of them has it whole; null where none will.</param>
public sealed record FlowSighting(
    string Component,
    string Direction,
    string? Action,
    string Packet,
    IReadOnlyList<string> FlowLogs,
    DateTimeOffset? Due);
