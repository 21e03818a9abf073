using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>The slow, obvious twin of the engine.</summary>
internal sealed class NaiveTracer(Topology topology, Flow flow)
{
    private readonly NaiveRules _rules = new(topology);
    private Element? _from;
    private Element? _to;
    private bool _useV6;
    private IpAddress _source;
    private IpAddress _destination;

    private NetworkInterface? Sender => _from as NetworkInterface;

    private NetworkInterface? Receiver => _to as NetworkInterface;

    public static Trace Trace(Topology topology, Flow flow)
    {
        var tracer = new NaiveTracer(topology, flow);
        return tracer.WhySourceFails() ?? tracer.WhyDestinationFails() ?? tracer.WhyAddressesFail() ?? tracer.Travel();
    }

    private Trace? WhySourceFails()
    {
        _from = Named(flow.Source.Id);
        if (flow.Source.Id is not null)
            return WhyNamedFails(_from, flow.Source, Disposition.SourceUnknown);
        if (flow.Source.Address is not { } at)
            return null;
        var inside = _rules.All<Vpc>().Where(v => _rules.InVpc(at, v.Id))
            .Select(v => _rules.Owner(at, v.Id)).OfType<NetworkInterface>().ToList<Element>();
        var holders = _rules.OutsideOwner(at) is { } outer ? [outer] : inside;
        if (holders is [NatGateway])
            return Fail(Disposition.Unsupported, "UNSUPPORTED_COMPONENT");
        _from = holders.Count == 1 ? holders[0]
            : holders.Count == 0 ? _rules.All<OnPremisesNetwork>().FirstOrDefault(n => _rules.IsIn(at, n.Cidrs))
            : null;
        return holders.Count > 1 || (_from is null && IsPrivate(at))
            ? Fail(Disposition.SourceUnknown, "NO_SOURCE_OR_DESTINATION")
            : null;
    }

    private Trace? WhyDestinationFails()
    {
        _to = Named(flow.Destination.Id);
        if (_to is not VpcEndpoint endpoint)
            return flow.Destination.Id is null ? null
                : WhyNamedFails(_to, flow.Destination, Disposition.DestinationUnknown);
        if (endpoint.Kind == VpcEndpointKind.Gateway)
            return flow.Destination.Address is { } wanted && !_rules.IsIn(wanted, BlocksOf(endpoint))
                ? Fail(Disposition.DestinationUnknown, "NO_SOURCE_OR_DESTINATION")
                : null;
        var zone = Sender is null ? null : _rules.Get<Subnet>(Sender.SubnetId)!.Zone;
        _to = endpoint.InterfaceIds.Select(_rules.Get<NetworkInterface>).OfType<NetworkInterface>()
            .Where(n => n.VpcId == endpoint.VpcId
                && (flow.Destination.Address is not { } a || n.Addresses.Any(x => x.Private == a)))
            .OrderBy(n => _rules.Get<Subnet>(n.SubnetId)!.Zone == zone ? 0 : 1).FirstOrDefault();
        return _to is null ? Fail(Disposition.DestinationUnknown, "NO_SOURCE_OR_DESTINATION") : null;
    }

    private Trace? WhyNamedFails(Element? element, FlowEnd end, Disposition missing) => element switch
    {
        OnPremisesNetwork site => end.Address is { } a && !_rules.IsIn(a, site.Cidrs)
            ? Fail(missing, "NO_SOURCE_OR_DESTINATION")
            : null,
        VpnGateway gateway when _rules.Get<Vpc>(gateway.VpcId) is null =>
            Fail(Disposition.NotFunctional, "UNASSOCIATED_COMPONENT"),
        VpnGateway or VpcPeering or TransitGatewayAttachment => null,
        TransitGatewayPeering when missing == Disposition.DestinationUnknown => null,
        VpcEndpoint => Fail(Disposition.InboundNotAllowed, "VPCE_INTRA_VPC_TRAFFIC"),
        null => Fail(missing, "NO_SOURCE_OR_DESTINATION"),
        InternetGateway { VpcId: null } => Fail(Disposition.NoInternetGateway, "UNASSOCIATED_COMPONENT"),
        NetworkInterface or InternetGateway => null,
        _ => Fail(Disposition.Unsupported, "UNSUPPORTED_COMPONENT"),
    };

    private Trace? WhyAddressesFail()
    {
        var can4 = Can(_from, flow.Source, false, true) && Can(_to, flow.Destination, false);
        var can6 = Can(_from, flow.Source, true, true) && Can(_to, flow.Destination, true);
        if (!can4 && !can6)
            return Fail(Disposition.NoCommonAddress, "UNASSOCIATED_COMPONENT");
        _useV6 = can6 && (flow.PreferV6 || !can4);
        var stranger = IpAddress.Parse(_useV6 ? "2001:db8::1" : "192.0.2.1");
        _source = flow.Source.Address ?? FirstHost(_from, true) ?? stranger;
        if (Sender is not null)
        {
            var own = Sender.Addresses.FirstOrDefault(a => flow.Source.Address is { } name
                ? a.Private == name || a.Public == name
                : a.Private.IsV6 == _useV6);
            if (own is null)
                return Fail(
                    Disposition.SourceDestCheck,
                    Sender.SourceDestCheck ? "ENI_SOURCE_DEST_CHECK_RESTRICTION" : "ENI_ADDRESS_RESTRICTION");
            _source = own.Private;
        }

        _destination = flow.Destination.Address ?? FirstHost(_to, false) ?? stranger;
        if (Receiver is null)
            return null;
        if (flow.Destination.Address is { } wanted)
            return Receiver.Addresses.Any(a => a.Private == wanted || a.Public == wanted)
                ? null
                : Fail(Disposition.DestinationUnknown, "ENI_ADDRESS_RESTRICTION");
        var open = Receiver.Addresses.FirstOrDefault(a => a.Public is not null)?.Public;
        _destination = FromInternet && !_useV6 && open is not null
            ? open.Value
            : Receiver.Addresses.First(a => a.Private.IsV6 == _useV6).Private;
        return null;
    }

    private Trace Travel()
    {
        var packet = First();
        var there = new NaiveWalk(_rules, null);
        object start = Sender is not null ? new NaiveWalk.Sending(Sender)
            : _from is OnPremisesNetwork site ? new NaiveTransit.AtSite(site.Id, null)
            : IsPassage(_from) ? new NaiveTransit.AtPassage(_from!)
            : Receiver is not null && !_useV6 && Receiver.Addresses.Any(a => a.Private == _destination)
                ? new NaiveWalk.NoPublic(Receiver.VpcId!)
                : new NaiveWalk.Outside(true, (_from as InternetGateway)?.Id);
        there.LastStop = IsPassage(_to) ? _to!.Id : null;
        there.Go(start, packet, walk =>
            IsPassage(_to) ? false
            : Receiver is not null ? walk.ReceivedBy == Receiver.Id
            : _to is OnPremisesNetwork ? walk.Site == _to.Id
            : _to is VpcEndpoint ? walk.Service == _to.Id
            : _to is InternetGateway gateway ? walk.EndedOutside && walk.ExitGateway == gateway.Id
            : flow.Destination.Address is null ? walk.EndedOutside
            : !FromInternet || walk.ReceivedBy is not null);
        if (there.Outcome != Disposition.Delivered || IsPassage(_to) || there.Packet.Reply() is not { } reply)
            return new Trace(flow, there.Outcome, there.Code, there.Hops, []);

        var back = new NaiveWalk(_rules, there);
        object place = there.ReceivedBy is { } id
            ? new NaiveWalk.Sending(_rules.Get<NetworkInterface>(id)!)
            : there.Site is { } cgw ? new NaiveTransit.AtSite(cgw, there.SiteConnection)
            : there.Service is { } service ? new NaiveTransit.AtService(service)
            : there.Host is { } host ? new NaiveWalk.AtHost(host.Id, host.Asker)
            : new NaiveWalk.Outside(true);
        var answer = packet.Reply()!;
        back.LastStop = IsPassage(_from) ? _from!.Id : null;
        back.Go(place, reply, walk =>
            (Sender is not null ? walk.ReceivedBy == Sender.Id
                : _from is OnPremisesNetwork ? walk.Site == _from.Id
                : IsPassage(_from) ? walk.ReceivedBy is null && walk.Site is null && walk.Service is null
                    && !walk.EndedOutside
                : walk.EndedOutside)
            && (_from is not InternetGateway entry || walk.ExitGateway == entry.Id)
            && walk.Packet.Source == answer.Source && walk.Packet.Destination == answer.Destination
            && (packet.Protocol is not (6 or 17) || walk.Packet == answer));
        return new Trace(flow, back.Outcome, back.Code, there.Hops, back.Hops);
    }

    private Trace Fail(Disposition disposition, string code) => new(flow, disposition, code, [], []);

    private Element? Named(string? id) => id is null
        ? null
        : _rules.Get<Element>(id) ?? _rules.All<NetworkInterface>().Where(n => n.InstanceId == id)
            .OrderBy(n => n.DeviceIndex).ThenBy(n => n.Id, StringComparer.Ordinal).FirstOrDefault();

    private bool FromInternet => _from is null or InternetGateway;

    private static bool IsPassage(Element? end) =>
        end is VpnGateway or VpcPeering or TransitGatewayAttachment or TransitGatewayPeering;

    private IEnumerable<Cidr> BlocksOf(Element? end, bool sends = false) => end switch
    {
        VpnGateway gateway => _rules.All<VpnConnection>().Where(c => c.VpnGatewayId == gateway.Id)
            .SelectMany(c => c.Routes),
        VpcPeering peering => _rules.Get<Vpc>(sends ? peering.RequesterVpcId : peering.AccepterVpcId)?.Cidrs ?? [],
        TransitGatewayAttachment { VpcId: { } vpc } => _rules.Get<Vpc>(vpc)?.Cidrs ?? [],
        TransitGatewayAttachment vpn => _rules.Get<VpnConnection>(vpn.VpnConnectionId) is { VpnGatewayId: null } c
            ? c.Routes
            : [],
        OnPremisesNetwork site => site.Cidrs,
        VpcEndpoint endpoint => _rules.Get<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? [],
        _ => [],
    };

    private IpAddress? FirstHost(Element? end, bool sends) =>
        BlocksOf(end, sends).Where(b => b.IsV6 == _useV6).Select(b => (IpAddress?)(b.Count == 1 ? b.First : b.At(1)))
            .FirstOrDefault();

    private bool Can(Element? end, FlowEnd name, bool v6, bool sends = false) =>
        (name.Address is not { } a || a.IsV6 == v6)
        && (end is not NetworkInterface nic || nic.Addresses.Any(x => x.Private.IsV6 == v6))
        && (!(end is OnPremisesNetwork or VpcEndpoint || IsPassage(end)) || name.Address is not null
            || BlocksOf(end, sends).Any(b => b.IsV6 == v6));

    private static bool IsPrivate(IpAddress address) =>
        NaiveWalk.Unrouted.Any(text => Cidr.Parse(text).Contains(address));

    private Packet First()
    {
        var protocol = flow.Protocol == 1 && _source.IsV6 ? 58 : flow.Protocol;
        return protocol switch
        {
            6 or 17 => new(_source, _destination, protocol, flow.SourcePort ?? 50000, flow.DestinationPort ?? 0),
            1 => new(_source, _destination, protocol, flow.SourcePort ?? 0, flow.DestinationPort ?? 8),
            58 => new(_source, _destination, protocol, flow.SourcePort ?? 0, flow.DestinationPort ?? 128),
            _ => new(_source, _destination, protocol, 0, 0),
        };
    }
}
