using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Where each route table leads in the end, over peering attachments too.</summary>
internal sealed class TransitEnds(Topology topology)
{
    private readonly Dictionary<(string TableId, bool IsV6), RangeMap<TransitEnd>> _maps = [];
    private readonly Dictionary<(string, bool), TransitEnd> _ends = [];

    /// <summary>The attachments of VPCs that a table leads to, by destination address.</summary>
    public RangeMap<TransitEnd> Of(string tableId, bool isV6)
    {
        if (_maps.TryGetValue((tableId, isV6), out var known))
            return known;
        var found = new List<(Interval, TransitEnd)>();
        if (topology.Index.Transit.Table(tableId) is { } table)
            Collect(table, Box.All(isV6).Source, isV6, [], found);
        return _maps[(tableId, isV6)] = new RangeMap<TransitEnd>(found);
    }

    private void Collect(
        TransitTable table, Interval within, bool isV6, List<string> crossed, List<(Interval, TransitEnd)> found)
    {
        var routes = table.Ranges(isV6, topology);
        for (var i = routes.FirstEndingAtOrAfter(within.Low);
            i < routes.Count && routes.RangeAt(i).Low <= within.High; i++)
        {
            var range = routes.RangeAt(i).Intersect(within);
            switch (topology.Find(routes.ValueAt(i).Route.AttachmentId))
            {
                case TransitGatewayAttachment { Functional: true, VpcId: not null } attachment
                    when attachment.TransitGatewayId == table.TransitGatewayId:
                    found.Add((range, End(attachment.Id, crossed.Count > 0)));
                    break;
                case TransitGatewayPeering { Functional: true } peering
                    when peering.PeerOf(table.TransitGatewayId) is { } other && !crossed.Contains(other + peering.Id)
                        && topology.Find<TransitGateway>(other) is { Functional: true }
                        && topology.Index.Transit.Table(peering.RouteTableOf(other)) is { } next
                        && next.TransitGatewayId == other:
                    Collect(next, range, isV6, [.. crossed, other + peering.Id], found);
                    break;
            }
        }
    }

    private TransitEnd End(string attachmentId, bool overPeering) =>
        _ends.TryGetValue((attachmentId, overPeering), out var end)
            ? end
            : _ends[(attachmentId, overPeering)] = new TransitEnd(attachmentId, overPeering);
}
