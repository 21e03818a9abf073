namespace Orrery.Host.Admin.Shapes;

/// <summary>What an interface saw of a flow in one direction.</summary>
/// <param name="Component">The interface, or the attachment of a transit gateway.</param>
/// <param name="Direction">ingress or egress.</param>
/// <param name="Action">ACCEPT or REJECT; none for a transit gateway.</param>
/// <param name="Packet">The header.</param>
/// <param name="FlowLogs">The flow logs that will have it.</param>
/// <param name="Due">When the last interval of it ends.</param>
public sealed record SightingView(
    string Component,
    string Direction,
    string? Action,
    string Packet,
    IReadOnlyList<string> FlowLogs,
    DateTimeOffset? Due);
