using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>What a component saw of a flow in one direction.</summary>
/// <param name="Scope">The account and region of the component.</param>
/// <param name="Place">The component.</param>
/// <param name="Header">The header as the component has it.</param>
/// <param name="Packet">The packet as it was.</param>
internal sealed record FlowSight(Scope Scope, FlowPlaceRecord Place, FlowHeaderRecord Header, Packet Packet)
{
    /// <summary>Whether it left the component.</summary>
    public required bool Egress { get; init; }

    /// <summary>Whether security groups and network ACLs let it pass.</summary>
    public bool Accepted { get; init; } = true;

    /// <summary>Whether it belongs to the reply.</summary>
    public required bool IsReply { get; init; }

    /// <summary>AWS's number of the way that it left by.</summary>
    public int? TrafficPath { get; init; }

    /// <summary>For the attachment of a transit gateway: what that knows.</summary>
    public FlowTransitRecord? Transit { get; init; }
}
