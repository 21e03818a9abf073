using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>A VPC's summary as far as one route table of a transit gateway leads packets to it.</summary>
/// <param name="Callers">What it sends of which the replies find back by that table.</param>
/// <param name="Answers">What it answers of what that table leads to it.</param>
/// <param name="Detours">
/// Other attachments to which the table leads packets for addresses of the VPC's interfaces, and those addresses.
/// </param>
internal sealed record RoutedSummary(
    SummaryPiece[] Callers, SummaryPiece[] Answers, IReadOnlyList<(string AttachmentId, RangeSet Addresses)> Detours)
{
    /// <summary>The summary by the ends of a table's routes.</summary>
    public static RoutedSummary Of(VpcSummary vpc, string tableId, TransitEnds ends)
    {
        var own = new Dictionary<bool, List<(bool IsV6, Interval Range)>> { [false] = [], [true] = [] };
        var elsewhere = new Dictionary<string, List<(bool IsV6, Interval Range)>>(StringComparer.Ordinal);
        foreach (var isV6 in new[] { false, true })
            foreach (var held in vpc.Found.Of(isV6))
            {
                var map = ends.Of(tableId, isV6);
                for (var i = map.FirstEndingAtOrAfter(held.Low); i < map.Count && map.RangeAt(i).Low <= held.High; i++)
                {
                    var (end, range) = (map.ValueAt(i), map.RangeAt(i).Intersect(held));
                    if (end.AttachmentId == vpc.Attachment?.Id)
                        own[end.OverPeering].Add((isV6, range));
                    else if (elsewhere.TryGetValue(end.AttachmentId, out var others))
                        others.Add((isV6, range));
                    else
                        elsewhere[end.AttachmentId] = [(isV6, range)];
                }
            }

        return new RoutedSummary(
            [.. Within(vpc.Callers, Dimension.Source, own)], [.. Within(vpc.Answers, Dimension.Destination, own)],
            [.. elsewhere.Select(other => (other.Key, RangeSet.OfRanges(other.Value)))]);
    }

    /// <summary>Whether two summaries lead to each other through the same tables as before.</summary>
    public bool SameWays(RoutedSummary other) =>
        SamePieces(Callers, other.Callers) && SamePieces(Answers, other.Answers)
        && Detours.Select(detour => detour.AttachmentId).SequenceEqual(other.Detours.Select(d => d.AttachmentId));

    private static bool SamePieces(SummaryPiece[] some, SummaryPiece[] others) =>
        some.Length == others.Length && some.Zip(others).All(pair =>
            pair.First.Zone == pair.Second.Zone && pair.First.Subnet == pair.Second.Subnet
            && pair.First.OverPeering == pair.Second.OverPeering
            && pair.First.Boxes.AsSpan().SequenceEqual(pair.Second.Boxes));

    private static IEnumerable<SummaryPiece> Within(
        IReadOnlyList<SummaryPiece> pieces, Dimension field,
        Dictionary<bool, List<(bool IsV6, Interval Range)>> led)
    {
        foreach (var overPeering in new[] { false, true })
        {
            if (led[overPeering].Count == 0)
                continue;
            var addresses = RangeSet.OfRanges(led[overPeering]);
            foreach (var piece in pieces)
            {
                var boxes = piece.Boxes
                    .SelectMany(box => addresses.Within(box.IsV6, box[field]).Select(range => box.With(field, range)))
                    .ToArray();
                if (boxes.Length > 0)
                    yield return piece with { Boxes = boxes, OverPeering = overPeering };
            }
        }
    }
}
