using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// What the components on the way remember of a packet, by which they know its reply: interfaces (whose security groups
/// track it), NAT gateways and egress-only internet gateways.
/// </summary>
internal sealed class Tracking
{
    private readonly List<Station> _interfaces = new(4);
    private List<NatBinding>? _bindings;
    private List<VpcIndex>? _egressOnly;

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

    public void RememberEgressOnly(VpcIndex vpc) => (_egressOnly ??= []).Add(vpc);

    public bool LeftByEgressOnly(VpcIndex vpc) => _egressOnly?.Contains(vpc) == true;
}
