using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// The internet and the gateways to it (VPC user guide, "Internet gateways", "Egress-only internet gateways", "Gateway
/// route tables").
/// </summary>
internal sealed class InternetPassage(Journey journey, Walk walk)
{
    /// <summary>Begins at a host on the internet.</summary>
    public void Begin(InternetGateway? gateway)
    {
        var hop = journey.OnInternet(HopAction.Send);
        if (FindOutside() is not { } station)
            DropUnowned(hop);
        else if (gateway is not null && gateway.VpcId != station.Subnet.Vpc.Vpc.Id)
        {
            journey.Add(hop);
            journey.Drop(
                new Hop(HopKind.InternetGateway, gateway.Id, HopAction.Drop, journey.Packet) { VpcId = gateway.VpcId },
                Disposition.NoPublicAddress, ExplanationCodes.IgwPrivateIpAssociationForIngress);
        }
        else
            EnterVpc(hop, station);
    }

    /// <summary>Begins at a host on the internet, towards an interface that has no public address.</summary>
    public void BeginWithoutAddress(VpcIndex vpc)
    {
        var hop = journey.OnInternet(HopAction.Send);
        if (vpc.InternetGateway is null)
        {
            journey.Drop(hop, Disposition.NoInternetGateway, ExplanationCodes.NoPath);
            return;
        }

        journey.Add(hop);
        journey.Drop(
            journey.AtInternetGateway(vpc), Disposition.NoPublicAddress,
            ExplanationCodes.IgwPrivateIpAssociationForIngress);
    }

    public void LeaveByGateway(VpcIndex vpc)
    {
        var hop = journey.AtInternetGateway(vpc);
        var owner = vpc.OwnerOf(journey.Packet.Source);
        if (NotRouted(journey.Packet.Destination) is { } code)
            journey.Drop(hop, Disposition.GatewayRefused, code);
        else if (owner is null || (!journey.Packet.Source.IsV6 && owner.PublicOf(journey.Packet.Source) is null))
            journey.Drop(hop, Disposition.NoPublicAddress, ExplanationCodes.IgwPublicIpAssociationForEgress);
        else
        {
            journey.Add(journey.Packet.Source.IsV6 ? hop : hop with
            {
                Action = HopAction.Translate,
                Translated = journey.Packet with { Source = owner.PublicOf(journey.Packet.Source)!.Value },
            });
            journey.ExitGateway = hop.Id;
            CrossInternet();
        }
    }

    public void LeaveByEgressOnly(VpcIndex vpc)
    {
        var hop = journey.AtEgressOnly(vpc, HopAction.Pass);
        if (!journey.Packet.Source.IsV6)
            journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.ProtocolRestriction);
        else if (vpc.OwnerOf(journey.Packet.Source) is null)
            journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.GatewayRejectsSpoofedTraffic);
        else if (NotRouted(journey.Packet.Destination) is { } code)
            journey.Drop(hop, Disposition.GatewayRefused, code);
        else
        {
            journey.Add(hop);
            journey.ExitGateway = hop.Id;
            if (!journey.IsReply)
                journey.Tracking.RememberEgressOnly(vpc);
            CrossInternet();
        }
    }

    private void CrossInternet()
    {
        if (FindOutside() is { } station)
            EnterVpc(journey.OnInternet(HopAction.Pass), station);
        else if (journey.Packet.Destination.IsV6 && IsOfSomeVpc(journey.Packet.Destination))
            DropUnowned(journey.OnInternet(HopAction.Pass));
        else if (!journey.Expected.MetAt(Arrivals.Internet, journey.ExitGateway, journey.Packet))
            journey.Drop(journey.OnInternet(HopAction.Receive), Disposition.Misrouted, ExplanationCodes.NoPath);
        else
            journey.Add(journey.OnInternet(HopAction.Receive));
    }

    private void EnterVpc(Hop internet, Station station)
    {
        var vpc = station.Subnet.Vpc;
        journey.Enter(null, null);
        var v6 = journey.Packet.Destination.IsV6;
        var answered = journey.IsReply && v6 && journey.Tracking.LeftByEgressOnly(vpc);
        var closed = v6 && vpc.InternetGateway is null && vpc.EgressOnlyGateway is not null;
        if (answered || closed)
            EnterByEgressOnly(internet, station, answered);
        else if (vpc.InternetGateway is null)
            journey.Drop(internet, Disposition.NoInternetGateway, ExplanationCodes.NoPath);
        else
        {
            journey.Add(internet);
            EnterByInternetGateway(station, vpc);
        }
    }

    private void EnterByEgressOnly(Hop internet, Station station, bool answered)
    {
        journey.Add(internet);
        var hop = journey.AtEgressOnly(station.Subnet.Vpc, HopAction.Track);
        if (!answered)
        {
            journey.Drop(hop, Disposition.InboundNotAllowed, ExplanationCodes.NoPath);
            return;
        }

        journey.Add(hop);
        walk.Reach(station, null);
    }

    private void EnterByInternetGateway(Station station, VpcIndex vpc)
    {
        var hop = journey.AtInternetGateway(vpc);
        journey.Add(journey.Packet.Destination.IsV6 ? hop : hop with
        {
            Action = HopAction.Translate,
            Translated = journey.Packet with { Destination = station.PrivateOf(journey.Packet.Destination)!.Value },
        });
        // With another destination it is another packet: where it was before, it may pass now.
        if (!journey.Packet.Destination.IsV6)
            journey.Visited.RemoveAll(visited => visited is InterfaceNode);
        walk.EnterBy(vpc.IngressRoutes, station);
    }

    private Station? FindOutside() =>
        journey.Topology.Index.PublicOwners.TryGetValue(journey.Packet.Destination, out var id)
            ? journey.Topology.Vpc(journey.Topology.Find(id)?.VpcId)?.Station(id)
            : null;

    private bool IsOfSomeVpc(IpAddress address) => journey.Topology.Index.VpcOfV6(address) is not null;

    // AWS has a code for two of the ranges; that of the others is guessed.
    private static string? NotRouted(IpAddress address) =>
        AddressRanges.IsRfc1918(address) ? ExplanationCodes.IgwDestinationPrivate
        : AddressRanges.IsRfc6598(address) ? ExplanationCodes.IgwDestinationShared
        : !AddressRanges.IsPublic(address) ? ExplanationCodes.NoPossibleDestination
        : null;

    private void DropUnowned(Hop hop) => journey.Drop(
        hop, Disposition.NoSuchAddress,
        AddressRanges.IsPublic(journey.Packet.Destination)
            ? ExplanationCodes.NoPossibleDestination
            : ExplanationCodes.IgwExpectsPublicAddress);
}
