using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>The steps that lead a packet elsewhere than the route table did that it came to last.</summary>
internal sealed class RouteSteps(Topology topology, VpcIndex vpc, Hop table, Spares spares)
{
    private readonly IpAddress _destination = table.Packet.Destination;

    public IEnumerable<IReadOnlyList<Change>> All()
    {
        foreach (var step in Repairs())
            yield return step;
        if (vpc.Holds(_destination))
        {
            var own = vpc.Vpc.Cidrs.First(cidr => cidr.Contains(_destination));
            if (table.Route is not { Target: Route.Local })
                foreach (var change in Lead(own, Route.Local))
                    yield return [change];
        }
        else if (table.SubnetId is not null)
            foreach (var step in ToOtherVpcs().Concat(ToInternet()).Concat(ToTransit()).Concat(ToSite()))
                yield return step;

        if (table.Route is { Target: not Route.Local } route)
            yield return [RouteArguments.Make("ec2:DeleteRoute", table.Id, route)];
    }

    // What makes the route's own target work.
    private IEnumerable<IReadOnlyList<Change>> Repairs()
    {
        switch (topology.Find(table.Route?.Target))
        {
            case VpcPeering { State: VpcPeeringState.PendingAcceptance } peering:
                yield return [Accept(peering.Id)];
                break;
            case InternetGateway { VpcId: null } gateway when vpc.InternetGateway is null:
                yield return
                [
                    new Change("ec2:AttachInternetGateway", gateway.Id, new Dictionary<string, string>
                    {
                        ["InternetGatewayId"] = gateway.Id, ["VpcId"] = vpc.Vpc.Id,
                    }),
                ];
                break;
        }
    }

    private IEnumerable<IReadOnlyList<Change>> ToOtherVpcs()
    {
        var holders = topology.VpcsHolding(_destination).Where(holder => holder != vpc);
        foreach (var peer in holders.OrderBy(holder => holder.Vpc.Id, StringComparer.Ordinal).Take(3))
        {
            var block = peer.Vpc.Cidrs.First(cidr => cidr.Contains(_destination));
            var (peering, before) = PeeringTo(peer);
            if (peering is not null)
                foreach (var change in Lead(block, peering))
                    yield return [.. before, change];
        }
    }

    private (string? Id, IReadOnlyList<Change> Before) PeeringTo(VpcIndex peer)
    {
        var known = vpc.PeeringsWith(peer.Vpc.Id);
        if (known.FirstOrDefault(one => one.State == VpcPeeringState.Active) is { } active)
            return (active.Id, []);
        if (known.FirstOrDefault(one => one.State == VpcPeeringState.PendingAcceptance) is { } pending)
            return (pending.Id, [Accept(pending.Id)]);
        // AWS refuses to peer VPCs whose blocks overlap (VPC peering guide, "VPC peering limitations").
        if (vpc.Vpc.Cidrs.Any(own => peer.Vpc.Cidrs.Any(own.Overlaps)))
            return (null, []);
        var id = Spares.NewId(topology, "pcx");
        var arguments = new Dictionary<string, string> { ["VpcId"] = vpc.Vpc.Id, ["PeerVpcId"] = peer.Vpc.Id };
        if (peer.Vpc.Account != vpc.Vpc.Account)
            arguments["PeerOwnerId"] = peer.Vpc.Account;
        if (peer.Vpc.Region != vpc.Vpc.Region)
            arguments["PeerRegion"] = peer.Vpc.Region;
        return (id, [new Change("ec2:CreateVpcPeeringConnection", id, arguments), Accept(id)]);
    }

    private IEnumerable<IReadOnlyList<Change>> ToInternet()
    {
        if (!AddressRanges.IsPublic(_destination))
            yield break;
        var any = _destination.IsV6 ? Cidr.AnyV6 : Cidr.AnyV4;
        IReadOnlyList<Change> before = vpc.InternetGateway is null ? spares.Attach(topology, vpc.Vpc) : [];
        foreach (var change in Lead(any, vpc.InternetGateway?.Id ?? before[^1].Subject))
            yield return [.. before, change];
        var others = _destination.IsV6
            ? new[] { vpc.EgressOnlyGateway?.Id }.OfType<string>()
            : topology.Index.Shards[vpc.Vpc.Id].Members.Values.OfType<NatGateway>()
                .Where(nat => nat.State == NatGatewayState.Available && nat.Addresses.Any(a => a.Public is not null))
                .Select(nat => nat.Id).Order(StringComparer.Ordinal).Take(2);
        foreach (var target in others)
            foreach (var change in Lead(any, target))
                yield return [change];
    }

    private IEnumerable<IReadOnlyList<Change>> ToTransit()
    {
        var blocks = topology.VpcsHolding(_destination).Where(holder => holder != vpc)
            .Select(holder => holder.Vpc.Cidrs.First(cidr => cidr.Contains(_destination)))
            .Concat(SiteBlocks()).Distinct().Order().Take(3).ToList();
        if (blocks.Count == 0 && AddressRanges.IsPublic(_destination))
            blocks.Add(_destination.IsV6 ? Cidr.AnyV6 : Cidr.AnyV4);
        foreach (var attachment in vpc.Attachments.Where(one => one.Element.Functional).Take(2))
            foreach (var block in blocks)
                foreach (var change in Lead(block, attachment.Element.TransitGatewayId))
                    yield return [change];
    }

    private IEnumerable<IReadOnlyList<Change>> ToSite()
    {
        if (vpc.VpnGateway is { } gateway)
            foreach (var block in SiteBlocks())
                foreach (var change in Lead(block, gateway.Id))
                    yield return [change];
    }

    private IEnumerable<Cidr> SiteBlocks() =>
        topology.Index.Transit.NetworkHolding(_destination)?.Cidrs.Where(block => block.Contains(_destination)) ?? [];

    // A new route where it would win, else another target for the route that wins now or would be a duplicate.
    private IEnumerable<Change> Lead(Cidr block, string target)
    {
        if (table.Route?.Target == target)
            yield break;
        var listed = topology.Find<RouteTable>(table.Id)?.Routes ?? [];
        var wins = table.RouteBlock is not { } deciding || (deciding.Contains(block) && deciding != block);
        if (!wins)
            yield return RouteArguments.Make("ec2:ReplaceRoute", table.Id, table.Route! with { Target = target });
        else if (topology.Find(table.Id) is RouteTable)
            yield return RouteArguments.Make(
                listed.Any(route => route.Destination == block) ? "ec2:ReplaceRoute" : "ec2:CreateRoute",
                table.Id, Route.To(block, target));
    }

    private static Change Accept(string id) => new(
        "ec2:AcceptVpcPeeringConnection", id, new Dictionary<string, string> { ["VpcPeeringConnectionId"] = id });
}
