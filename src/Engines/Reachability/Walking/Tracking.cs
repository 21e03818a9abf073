using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// What the components on the way remember of a packet, by which they know its reply: interfaces (whose security groups
/// track it), NAT gateways, egress-only internet gateways and attachments in appliance mode.
/// </summary>
internal sealed class Tracking
{
    private readonly List<Station> _interfaces = new(4);
    private List<NatBinding>? _bindings;
    private List<VpcIndex>? _egressOnly;
    private List<(AttachmentNode Attachment, SubnetNode Exit)>? _exits;

    public void Remember(InterfaceNode nic) => _interfaces.Add(nic);

    public bool Knows(InterfaceNode nic) => _interfaces.Contains(nic);

    public void Remember(NatNode nat, Packet inside, Packet outside) =>
        (_bindings ??= []).Add(new NatBinding(nat, inside, outside));

    /// <summary>
    /// The packet that a NAT gateway makes of a reply to what it translated, or null where it is no such reply.
    /// </summary>
    public Packet? Restore(NatNode nat, Packet reply)
    {
        foreach (var (gateway, inside, outside) in _bindings ?? [])
            if (gateway == nat && reply.Source == outside.Destination && reply.Destination == outside.Source
                && (IpProtocol.IsIcmp(reply.Protocol) || reply.DestinationPort == outside.SourcePort))
                return reply with
                {
                    Destination = inside.Source,
                    DestinationPort = IpProtocol.IsIcmp(reply.Protocol) ? reply.DestinationPort : inside.SourcePort,
                };
        return null;
    }

    /// <summary>Remembers by which subnet a flow came out of an attachment in appliance mode.</summary>
    public void Remember(AttachmentNode attachment, SubnetNode exit)
    {
        if (ExitOf(attachment) is null)
            (_exits ??= []).Add((attachment, exit));
    }

    /// <summary>The subnet by which the flow came out of an attachment in appliance mode, or null.</summary>
    public SubnetNode? ExitOf(AttachmentNode attachment)
    {
        foreach (var (known, exit) in _exits ?? [])
            if (known == attachment)
                return exit;
        return null;
    }

    public void RememberEgressOnly(VpcIndex vpc) => (_egressOnly ??= []).Add(vpc);

    public bool LeftByEgressOnly(VpcIndex vpc) => _egressOnly?.Contains(vpc) == true;
}
