using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// The summaries of all VPCs and, for each route table that attachments are associated with, what it leads where. What
/// did not change is taken over from before.
/// </summary>
internal sealed class MatrixSummaries
{
    private readonly Dictionary<string, RoutedSummary[]> _routed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _placesByAttachment = new(StringComparer.Ordinal);

    public MatrixSummaries(Topology topology, IReadOnlyList<string> vpcIds, MatrixSummaries? before)
    {
        Topology = topology;
        var internet = new NetworkAnalysis(topology).Internet;
        Of = new VpcSummary[vpcIds.Count];
        Changed = [];
        for (var i = 0; i < vpcIds.Count; i++)
        {
            var index = topology.Vpc(vpcIds[i])!;
            var gateway = index.Attachments.Count > 0
                ? topology.Find(index.Attachments[0].Element.TransitGatewayId)
                : null;
            if (before is not null && before.Of[i].Vpc == index && before.Gateways[i] == gateway)
                Of[i] = before.Of[i];
            else
            {
                Of[i] = new VpcSummary(index, topology, internet);
                Changed.Add(i);
            }

            Gateways.Add(gateway);
            if (Of[i].Attachment is { } attachment)
                _placesByAttachment[attachment.Id] = i;
        }

        Everybody = Of.Aggregate(new List<(bool, Interval)>(), (all, vpc) =>
        {
            foreach (var isV6 in new[] { false, true })
                all.AddRange(vpc.Found.Of(isV6).Select(range => (isV6, range)));
            return all;
        }, RangeSet.OfRanges);
        Tables = [.. Of.Select(TableOf)];
        Route(topology, before);
    }

    public Topology Topology { get; }

    /// <summary>The summaries by place.</summary>
    public VpcSummary[] Of { get; }

    /// <summary>The places whose rows and columns are to be looked at.</summary>
    public SortedSet<int> Changed { get; }

    /// <summary>The route tables by place of the VPC that sends; null where it sends to none.</summary>
    public string?[] Tables { get; }

    /// <summary>The addresses of all interfaces.</summary>
    public RangeSet Everybody { get; }

    private List<Element?> Gateways { get; } = [];

    /// <summary>What a table leads to and from a VPC.</summary>
    public RoutedSummary Routed(string tableId, int place) => _routed[tableId][place];

    /// <summary>The VPC that an attachment is of, or -1.</summary>
    public int PlaceOf(string attachmentId) => _placesByAttachment.GetValueOrDefault(attachmentId, -1);

    private void Route(Topology topology, MatrixSummaries? before)
    {
        var ends = new TransitEnds(topology);
        var sameTables = before is not null && SameTransit(topology.Index.Transit, before.Topology.Index.Transit)
            && Gateways.SequenceEqual(before.Gateways);
        var renewed = Changed.ToList();
        foreach (var tableId in Tables.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var known = before?._routed.GetValueOrDefault(tableId);
            var routed = _routed[tableId] = sameTables && known is not null ? [.. known] : new RoutedSummary[Of.Length];
            if (routed.Length > 0 && routed[0] is not null)
            {
                foreach (var place in renewed)
                    routed[place] = RoutedSummary.Of(Of[place], tableId, ends);
                continue;
            }

            for (var place = 0; place < Of.Length; place++)
            {
                routed[place] = RoutedSummary.Of(Of[place], tableId, ends);
                if (known is null || !known[place].SameWays(routed[place]))
                    Changed.Add(place);
            }
        }
    }

    private string? TableOf(VpcSummary vpc) =>
        vpc.Attachment?.Element is { Functional: true, RouteTableId: { } id } attachment
        && Topology.Index.Transit.Table(id) is { } table && table.TransitGatewayId == attachment.TransitGatewayId
            ? id
            : null;

    private static bool SameTransit(TransitIndex one, TransitIndex other) => ReferenceEquals(one.Tables, other.Tables)
        && ReferenceEquals(one.Naming, other.Naming) && ReferenceEquals(one.Attached, other.Attached);
}
