using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// The routes that a table of a transit gateway really has. Source: Transit Gateway guide, "How transit gateways work"
/// (route evaluation order: the longest prefix; for one destination static routes, then those of prefix lists, then
/// what VPCs propagate, then what VPN connections propagate; only the preferred one is shown). Of VPCs with one block
/// the one that was attached first has it; VPN connections share it, where
/// equal cost multipath is enabled.
/// </summary>
internal static class TransitRoutes
{
    /// <summary>All candidates of a table, as records and the world have them now.</summary>
    public static IEnumerable<TransitRoute> Candidates(ReadCall call, TransitGatewayRouteTableId table)
    {
        var routes = call.Read(TransitTables.Routes).By(TransitTables.RoutesByTable, table.Value);
        return routes.SelectMany(route => Static(call, route)).Concat(
            from attachment in call.Read(TransitTables.Attachments)
                .By(TransitTables.AttachmentsByPropagation, table.Value)
            where TransitStates.Carries(attachment)
            from block in Announcements.Of(call, attachment)
            select new TransitRoute
            {
                Destination = block,
                Type = TransitGatewayRouteType.Propagated,
                AttachmentId = attachment.Id,
                Attachments = [attachment],
            });
    }

    /// <summary>The preferred routes of a table, in the order of blocks.</summary>
    public static IReadOnlyList<TransitRoute> Effective(ReadCall call, TransitGatewayRouteTableRecord table) =>
        Preferred(
            Candidates(call, table.Id),
            call.Read(TransitTables.Gateways).Find(table.TransitGatewayId)?.VpnEcmpSupport
                == VpnEcmpSupportValue.Enable);

    /// <summary>One route for each destination, in the order of blocks.</summary>
    /// <param name="candidates">All routes of a table.</param>
    /// <param name="ecmp">Whether VPN connections that announce one block share its traffic.</param>
    public static IReadOnlyList<TransitRoute> Preferred(IEnumerable<TransitRoute> candidates, bool ecmp)
    {
        var preferred = new SortedDictionary<Cidr, TransitRoute>();
        foreach (var route in candidates)
        {
            preferred[route.Destination] = preferred.TryGetValue(route.Destination, out var other)
                ? Better(other, route, ecmp)
                : route;
        }

        return [.. preferred.Values];
    }

    /// <summary>The route that decides for a block or an address: the longest prefix; or null.</summary>
    public static TransitRoute? Longest(IEnumerable<TransitRoute> preferred, Cidr destination) =>
        preferred.Where(route => route.Destination.Contains(destination))
            .MaxBy(route => route.Destination.PrefixLength);

    /// <summary>The routes of one record: one, or one for each entry of a prefix list.</summary>
    public static IEnumerable<TransitRoute> Static(ReadCall call, TransitGatewayRouteRecord route)
    {
        var attachment = route.AttachmentId is { } id ? call.Read(TransitTables.Attachments).Find(id) : null;
        return BlocksOf(call, route).Select(block => new TransitRoute
        {
            Destination = block,
            PrefixListId = route.PrefixListId,
            Type = TransitGatewayRouteType.Static,
            AttachmentId = route.AttachmentId,
            Attachments = attachment is null ? [] : [attachment],
        });
    }

    /// <summary>Whether packets take a route: a reference to a prefix list must be there, not on its way.</summary>
    public static bool Counts(TransitGatewayRouteRecord route) =>
        route.ReferenceState is null or TransitGatewayPrefixListReferenceState.Available
            or TransitGatewayPrefixListReferenceState.Modifying;

    private static IEnumerable<Cidr> BlocksOf(ReadCall call, TransitGatewayRouteRecord route) => route switch
    {
        { Destination: { } block } => [block],
        { PrefixListId: { } list } when Counts(route) && SharedLists.Known(call, list) is { } found =>
            PrefixListRules.Entries(found).Select(e => e.Cidr),
        _ => [],
    };

    private static TransitRoute Better(TransitRoute one, TransitRoute other, bool ecmp)
    {
        var (first, second) = (Rank(one), Rank(other));
        if (first == second && first == VpnRank && ecmp)
        {
            var joined = one.Attachments.AddRange(other.Attachments);
            return one with { Attachments = [.. joined.OrderBy(a => a.Id)] };
        }

        return first != second ? (first < second ? one : other) : IsEarlier(one, other) ? one : other;
    }

    private const int VpnRank = 3;

    private static int Rank(TransitRoute route) => route switch
    {
        { Type: TransitGatewayRouteType.Static, PrefixListId: null } => 0,
        { Type: TransitGatewayRouteType.Static } => 1,
        { Attachments: [{ ResourceType: TransitGatewayAttachmentResourceType.Vpc }, ..] } => 2,
        _ => VpnRank,
    };

    // Of attachments the one that was made first; of prefix lists the lower id (guessed).
    private static bool IsEarlier(TransitRoute one, TransitRoute other) =>
        one.PrefixListId is { } list && other.PrefixListId is { } otherList
            ? list.CompareTo(otherList) <= 0
            : KeyOf(one).CompareTo(KeyOf(other)) <= 0;

    private static (DateTimeOffset Since, string Id) KeyOf(TransitRoute route) => route.Attachments is [var first, ..]
        ? (first.CreatedAt, first.Id.Value)
        : (DateTimeOffset.MaxValue, "");
}
