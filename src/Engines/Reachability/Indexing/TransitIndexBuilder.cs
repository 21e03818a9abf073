using System.Collections.Immutable;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// Changes a transit index, one element after the other in any order. Propagated routes are what announcements and
/// attachments give together, so either may come first.
/// </summary>
internal sealed class TransitIndexBuilder(TransitIndex start)
{
    private readonly ImmutableDictionary<string, TransitTable>.Builder _tables = start.Tables.ToBuilder();
    private readonly ImmutableDictionary<string, PropagatedRoutes>.Builder _propagated = start.Propagated.ToBuilder();
    private readonly ImmutableDictionary<string, ImmutableSortedDictionary<string, TransitGatewayAttachment>>.Builder
        _attached = start.Attached.ToBuilder();

    private readonly ImmutableDictionary<string, Announcement>.Builder _announced = start.Announced.ToBuilder();
    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>>.Builder _naming = start.Naming.ToBuilder();
    private readonly ImmutableSortedDictionary<string, OnPremisesNetwork>.Builder _onPremises =
        start.OnPremises.ToBuilder();

    public void Add(Element element)
    {
        foreach (var named in NamesOf(element))
            _naming[named] = Naming(named).Add(element.Id);
        switch (element)
        {
            case TransitGatewayRouteTable table:
                var learned = _propagated.GetValueOrDefault(table.Id, PropagatedRoutes.Empty);
                _tables[table.Id] = new TransitTable(new StaticTransitRoutes(table), learned);
                break;
            case TransitGatewayAttachment attachment when ResourceOf(attachment) is { } resource:
                _attached[resource] = AttachedTo(resource).SetItem(attachment.Id, attachment);
                if (_announced.TryGetValue(resource, out var known))
                    Propagate(attachment, known, add: true);
                break;
            case OnPremisesNetwork network:
                _onPremises[network.Id] = network;
                break;
            default:
                if (AnnouncementOf(element) is { } announcement)
                {
                    _announced[element.Id] = announcement;
                    foreach (var (_, attachment) in AttachedTo(element.Id))
                        Propagate(attachment, announcement, add: true);
                }

                break;
        }
    }

    public void Remove(Element element)
    {
        foreach (var named in NamesOf(element))
            if (Naming(named).Remove(element.Id) is { IsEmpty: false } left)
                _naming[named] = left;
            else
                _naming.Remove(named);
        switch (element)
        {
            case TransitGatewayRouteTable:
                _tables.Remove(element.Id);
                break;
            case TransitGatewayAttachment attachment when ResourceOf(attachment) is { } resource:
                if (AttachedTo(resource).Remove(attachment.Id) is { IsEmpty: false } left)
                    _attached[resource] = left;
                else
                    _attached.Remove(resource);
                if (_announced.TryGetValue(resource, out var known))
                    Propagate(attachment, known, add: false);
                break;
            case OnPremisesNetwork:
                _onPremises.Remove(element.Id);
                break;
            default:
                if (_announced.TryGetValue(element.Id, out var announcement))
                {
                    _announced.Remove(element.Id);
                    foreach (var (_, attachment) in AttachedTo(element.Id))
                        Propagate(attachment, announcement, add: false);
                }

                break;
        }
    }

    /// <summary>Forgets the blocks of prefix lists that tables hold.</summary>
    public void RenewTables()
    {
        foreach (var (id, table) in _tables.ToList())
            _tables[id] = new TransitTable(new StaticTransitRoutes(table.Statics.Table), table.Propagated);
    }

    public TransitIndex Build() => new(
        _tables.ToImmutable(), _propagated.ToImmutable(), _attached.ToImmutable(), _announced.ToImmutable(),
        _naming.ToImmutable(), _onPremises.ToImmutable());

    // An attachment that does not carry packets announces nothing, and one without IPv6 no IPv6 blocks (guessed).
    private void Propagate(TransitGatewayAttachment attachment, Announcement announcement, bool add)
    {
        if (!attachment.Functional)
            return;
        var all = announcement.Rank != TransitRouteRank.PropagatedVpc || attachment.Ipv6;
        foreach (var tableId in attachment.PropagatesTo.Distinct(StringComparer.Ordinal))
        {
            var routes = _propagated.GetValueOrDefault(tableId, PropagatedRoutes.Empty);
            foreach (var block in announcement.Blocks.Distinct())
                if (all || !block.IsV6)
                {
                    var route = new TransitGatewayRoute(block, null, attachment.Id);
                    var entry = new TransitRouteEntry(block, route, announcement.Rank, attachment.Since);
                    routes = add ? routes.With(entry) : routes.Without(entry);
                }

            if (routes.ByBlock.IsEmpty)
                _propagated.Remove(tableId);
            else
                _propagated[tableId] = routes;
            if (_tables.TryGetValue(tableId, out var table))
                _tables[tableId] = new TransitTable(table.Statics, routes);
        }
    }

    private static Announcement? AnnouncementOf(Element element) => element switch
    {
        Vpc vpc => new Announcement(vpc.Cidrs, TransitRouteRank.PropagatedVpc),
        VpnConnection { VpnGatewayId: null } connection => new Announcement(
            connection.Routes,
            connection.Up ? TransitRouteRank.PropagatedVpn : TransitRouteRank.PropagatedVpnDown),
        _ => null,
    };

    private static string? ResourceOf(TransitGatewayAttachment attachment) =>
        attachment.VpcId ?? attachment.VpnConnectionId;

    private static IEnumerable<string> NamesOf(Element element) => element switch
    {
        TransitGatewayAttachment attachment => [attachment.TransitGatewayId],
        TransitGatewayRouteTable table => [table.TransitGatewayId],
        TransitGatewayPeering peering => [peering.RequesterId, peering.AccepterId],
        VpnConnection { VpnGatewayId: { } gateway } connection => [connection.CustomerGatewayId, gateway],
        VpnConnection connection => [connection.CustomerGatewayId],
        _ => [],
    };

    private ImmutableSortedSet<string> Naming(string id) =>
        _naming.TryGetValue(id, out var ids) ? ids : ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, TransitGatewayAttachment> AttachedTo(string resource) =>
        _attached.TryGetValue(resource, out var attachments)
            ? attachments
            : ImmutableSortedDictionary.Create<string, TransitGatewayAttachment>(StringComparer.Ordinal);
}
