using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>What stands ready to be used: detached internet gateways and unassociated elastic addresses.</summary>
internal sealed class Spares(Topology start)
{
    private readonly Lazy<(string[] Gateways, string[] Addresses)> _ids = new(() => (
        [.. start.Elements.OfType<InternetGateway>().Where(g => g.VpcId is null).Select(g => g.Id).Order()],
        [.. start.Elements.OfType<ElasticAddress>().Select(e => e.Id).Order()]));

    /// <summary>The steps that attach an internet gateway to a VPC: a spare one's, or a new one's.</summary>
    public IReadOnlyList<Change> Attach(Topology topology, Vpc vpc)
    {
        var spare = _ids.Value.Gateways.Select(topology.Find<InternetGateway>)
            .FirstOrDefault(gateway => gateway is { VpcId: null } && Same(gateway, vpc));
        var id = spare?.Id ?? NewId(topology, "igw");
        var attach = new Change(
            "ec2:AttachInternetGateway", id,
            new Dictionary<string, string> { ["InternetGatewayId"] = id, ["VpcId"] = vpc.Id });
        return spare is null ? [new Change("ec2:CreateInternetGateway", id, new Dictionary<string, string>()), attach]
            : [attach];
    }

    /// <summary>
    /// The steps that give an interface's address a public one: a spare elastic address, or a new one.
    /// </summary>
    public IReadOnlyList<Change> Associate(Topology topology, NetworkInterface nic, IpAddress inside)
    {
        var spare = _ids.Value.Addresses.Select(topology.Find<ElasticAddress>).FirstOrDefault(
            one => one is not null && Same(one, nic) && !topology.Index.PublicOwners.ContainsKey(one.Address));
        var id = spare?.Id ?? NewId(topology, "eipalloc");
        var associate = new Change("ec2:AssociateAddress", id, new Dictionary<string, string>
        {
            ["AllocationId"] = id, ["NetworkInterfaceId"] = nic.Id, ["PrivateIpAddress"] = inside.ToString(),
        });
        return spare is null
            ? [new Change("ec2:AllocateAddress", id, new Dictionary<string, string> { ["Domain"] = "vpc" }), associate]
            : [associate];
    }

    /// <summary>An id for what a change creates.</summary>
    public static string NewId(Topology topology, string prefix)
    {
        var id = $"{prefix}-new";
        for (var number = 2; topology.Find(id) is not null; number++)
            id = $"{prefix}-new-{number}";
        return id;
    }

    private static bool Same(Element one, Element other) =>
        one.Account == other.Account && one.Region == other.Region;
}
