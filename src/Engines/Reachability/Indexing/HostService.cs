using System.Collections.Frozen;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// What answers an interface without a way through the network: neither security groups nor network ACLs filter it
/// (Amazon VPC User Guide, "Control subnet traffic with network access control lists" and "Control traffic to your AWS
/// resources using security groups"). The addresses: "Understanding Amazon DNS"; EC2 User Guide, "Instance metadata",
/// "Amazon Time Sync Service" and "Configure a Windows KMS". That nothing else answers at them is guessed.
/// </summary>
internal sealed class HostService
{
    private HostService(string id, string name, int port, int[] protocols, params string[] addresses)
    {
        (Id, Name, Port, Protocols) = (id, name, port, protocols);
        Blocks = [.. addresses.Select(address => Cidr.Single(IpAddress.Parse(address)))];
    }

    /// <summary>Answers at the VPC's first block plus two as well, while the VPC has DNS support.</summary>
    public static HostService Resolver { get; } = new(
        "resolver", "Route 53 Resolver", 53, [IpProtocol.Tcp, IpProtocol.Udp], "169.254.169.253", "fd00:ec2::253");

    /// <summary>Answers instances whose metadata options let it.</summary>
    public static HostService Metadata { get; } = new(
        "instance-metadata", "instance metadata service", 80, [IpProtocol.Tcp], "169.254.169.254", "fd00:ec2::254");

    public static HostService TimeSync { get; } = new(
        "time-sync", "Amazon Time Sync Service", 123, [IpProtocol.Udp], "169.254.169.123", "fd00:ec2::123");

    /// <summary>For Windows; that it answers others too is guessed.</summary>
    public static HostService Activation { get; } = new(
        "windows-activation", "Windows license activation", 1688, [IpProtocol.Tcp], "169.254.169.250",
        "169.254.169.251");

    /// <summary>The second address of each subnet: it passes packets on and answers none (guessed).</summary>
    public static HostService Router { get; } = new("router", "router of the VPC", 0, []);

    private static FrozenDictionary<IpAddress, HostService> Fixed { get; } =
        new[] { Resolver, Metadata, TimeSync, Activation }
            .SelectMany(service => service.Blocks.Select(block => (block.First, service)))
            .ToFrozenDictionary(pair => pair.First, pair => pair.service);

    /// <summary>By which questions and hops name it.</summary>
    public string Id { get; }

    public string Name { get; }

    public int Port { get; }

    public int[] Protocols { get; }

    /// <summary>The addresses that it has in every VPC.</summary>
    public IReadOnlyList<Cidr> Blocks { get; }

    /// <summary>The one with an id, or at an address that is the same in every VPC.</summary>
    public static HostService? Named(string? text) => text is null ? null
        : IpAddress.TryParse(text, out var address) ? At(address)
        : Fixed.Values.FirstOrDefault(service => service.Id == text);

    /// <summary>What answers at an address in every VPC, or null.</summary>
    public static HostService? At(IpAddress address) => Fixed.GetValueOrDefault(address);

    /// <summary>All addresses that are the same in every VPC.</summary>
    public static IEnumerable<KeyValuePair<IpAddress, HostService>> Everywhere => Fixed;

    /// <summary>
    /// Whether it answers an interface. Over IPv6 instances on the Nitro System only (the pages above).
    /// </summary>
    public bool Answers(Vpc vpc, NetworkInterface nic, bool v6) => (!v6 || nic.OnNitro)
        && (this != Resolver || vpc.DnsSupport)
        && (this != Metadata || (nic.MetadataEndpoint && (!v6 || nic.MetadataOverIpv6)));

    /// <summary>Whether it takes a packet.</summary>
    public bool Takes(Packet packet) =>
        packet.DestinationPort == Port && Array.IndexOf(Protocols, packet.Protocol) >= 0;
}
