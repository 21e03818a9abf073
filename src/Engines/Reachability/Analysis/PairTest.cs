using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Tells from two summaries whether one VPC reaches the other over transit gateways.</summary>
internal sealed class PairTest
{
    private readonly MatrixSummaries _summaries;
    private readonly bool[] _mayLeaveOtherwise;
    private readonly bool[] _mayAnswerOtherwise;

    public PairTest(MatrixSummaries summaries)
    {
        _summaries = summaries;
        _mayLeaveOtherwise =
            [.. summaries.Of.Select(vpc => MeetsSomebody(vpc.LeavesOtherwise, Dimension.Destination))];
        _mayAnswerOtherwise = [.. summaries.Of.Select(vpc => MeetsSomebody(vpc.AnswersOtherwise, Dimension.Source))];
    }

    /// <summary>True where some packet gets there and its reply back.</summary>
    public bool Reaches(int from, int to)
    {
        if (_summaries.Tables[from] is not { } table || !_summaries.Of[from].IsPlain || !_summaries.Of[to].IsPlain)
            return false;
        var back = _summaries.Tables[to];
        var answers = _summaries.Routed(table, to).Answers;
        if (answers.Length == 0)
            return false;
        var (sender, receiver) = (_summaries.Of[from].Attachment!, _summaries.Of[to].Attachment!);
        foreach (var call in back is null ? [] : _summaries.Routed(back, from).Callers)
            foreach (var answer in answers)
                if (call.Subnet is not null && answer.Zone is not null
                    && ReferenceEquals(answer.Subnet, Entrance(receiver, call.Zone!, answer.OverPeering))
                    && ReferenceEquals(call.Subnet, Entrance(sender, answer.Zone, call.OverPeering))
                    && Meet(call.Boxes, answer.Boxes))
                    return true;
        return ReachesWithoutReply(from, answers, receiver);
    }

    /// <summary>True where the summaries do not tell all: another way may be open.</summary>
    public bool NeedsWalk(int from, int to)
    {
        var (sender, receiver) = (_summaries.Of[from], _summaries.Of[to]);
        if (sender.Found.IsEmpty || receiver.Found.IsEmpty)
            return false;
        return from == to || !sender.IsPlain || !receiver.IsPlain
            || (_mayLeaveOtherwise[from] && Meets(sender.LeavesOtherwise, Dimension.Destination, receiver.Found))
            || (_mayAnswerOtherwise[to] && Meets(receiver.AnswersOtherwise, Dimension.Source, sender.Found))
            || TakesDetour(_summaries.Tables[from], to, from)
            || TakesDetour(_summaries.Tables[to], from, to);
    }

    /// <summary>True where what a VPC's interfaces can do among themselves depends on that VPC alone.</summary>
    public bool RestsOnItself(int place)
    {
        var vpc = _summaries.Of[place];
        return vpc.IsPlain && !Meets(vpc.LeavesOtherwise, Dimension.Destination, vpc.Found)
            && !vpc.Callers.Any(call => call.Boxes.Any(box => vpc.Found.Overlaps(box.IsV6, box.Destination)));
    }

    private bool ReachesWithoutReply(int from, SummaryPiece[] answers, AttachmentNode receiver)
    {
        foreach (var answer in answers)
            if (answer.Zone is null)
                foreach (var call in _summaries.Of[from].Callers)
                    if (call.Subnet is null
                        && ReferenceEquals(answer.Subnet, Entrance(receiver, call.Zone!, answer.OverPeering))
                        && Meet(call.Boxes, answer.Boxes))
                        return true;
        return false;
    }

    // As SetTransitPassage.EnterVpc chooses.
    private static SubnetNode Entrance(AttachmentNode attachment, string zone, bool overPeering) =>
        (overPeering ? null : attachment.In(zone)) ?? attachment.Subnets[0];

    private static bool Meet(Box[] some, Box[] others)
    {
        foreach (ref readonly var one in some.AsSpan())
            foreach (ref readonly var other in others.AsSpan())
                if (one.Overlaps(other))
                    return true;
        return false;
    }

    // A table leads what is for the receiver to a third VPC, which sends such things on.
    private bool TakesDetour(string? tableId, int to, int from)
    {
        if (tableId is null)
            return false;
        foreach (var (attachmentId, addresses) in _summaries.Routed(tableId, to).Detours)
        {
            var place = _summaries.PlaceOf(attachmentId);
            if (place < 0 || !_summaries.Of[place].IsPlain
                || (place != from && Meets(_summaries.Of[place].Beyond, Dimension.Destination, addresses)))
                return true;
        }

        return false;
    }

    private bool MeetsSomebody(IReadOnlyList<Box> packets, Dimension field) =>
        Meets(packets, field, _summaries.Everybody);

    private static bool Meets(IReadOnlyList<Box> packets, Dimension field, RangeSet addresses)
    {
        foreach (var box in packets)
            if (addresses.Overlaps(box.IsV6, box[field]))
                return true;
        return false;
    }
}
