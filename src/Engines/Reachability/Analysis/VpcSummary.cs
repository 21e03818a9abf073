using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// What one VPC has to say about its flows over a transit gateway: what it can begin, and what it answers. Two such
/// summaries and the route tables between them tell whether one VPC reaches the other.
/// </summary>
internal sealed class VpcSummary : ISetExits
{
    private const int MostToMerge = 64;

    // What is noted for one piece comes by different ways, so no packet comes twice.
    private readonly Dictionary<(string? Zone, SubnetNode? Subnet), List<Box>> _pieces = [];
    private readonly SetWalk _walk;
    private (SubnetNode? Subnet, bool Callers) _now;
    private readonly List<Box> _beyond = [];
    private readonly List<Box> _otherwise = [];

    public VpcSummary(VpcIndex vpc, Topology topology, InternetView internet, bool answersOnly = false)
    {
        Vpc = vpc;
        Attachment = vpc.Attachments.Count == 1 && vpc.Attachments[0].Subnets.Length > 0 ? vpc.Attachments[0] : null;
        Found = vpc.Classes.All.Aggregate(RangeSet.Empty, (all, each) => all.Union(each.Found));
        _walk = new SetWalk(topology, internet, new SetQuestion { Exits = this, AnyInterface = true }, Delivered);
        IsPlain = vpc.Attachments.Count == (Attachment is null ? 0 : 1)
            && !vpc.Classes.All.Any(IsAppliance) && !NamesForeignGroups(topology);
        if (!IsPlain)
            return;
        if (!answersOnly)
            Callers = Calls();
        LeavesOtherwise = [.. _otherwise];
        _otherwise.Clear();
        Answers = Attachment is null ? [] : AnswersBy(Attachment);
        AnswersOtherwise = _otherwise;
        Beyond = _beyond;
    }

    public VpcIndex Vpc { get; }

    /// <summary>Its only attachment to a transit gateway; null where it has none, or where it is not plain.</summary>
    public AttachmentNode? Attachment { get; }

    /// <summary>The addresses of its interfaces.</summary>
    public RangeSet Found { get; }

    /// <summary>
    /// False where what passes depends on more than the VPC itself; it is then walked with all others.
    /// </summary>
    public bool IsPlain { get; private set; }

    /// <summary>What it can send to the transit gateway such that it would take the reply.</summary>
    public IReadOnlyList<SummaryPiece> Callers { get; } = [];

    /// <summary>What its interfaces take from the transit gateway and answer there.</summary>
    public IReadOnlyList<SummaryPiece> Answers { get; } = [];

    /// <summary>What it sends elsewhere than to the transit gateway.</summary>
    public IReadOnlyList<Box> LeavesOtherwise { get; } = [];

    /// <summary>What comes from the transit gateway and is answered elsewhere.</summary>
    public IReadOnlyList<Box> AnswersOtherwise { get; } = [];

    /// <summary>What comes from the transit gateway and goes on out of the VPC.</summary>
    public IReadOnlyList<Box> Beyond { get; } = [];

    /// <inheritdoc/>
    public void Leave(Beam beam, AttachmentNode attachment, SubnetNode from)
    {
        if (beam.IsEmpty)
            return;
        if (_now.Callers && beam.IsReply)
            IsPlain = false;
        else if (beam.IsReply)
            Note(from.Element.Zone, _now.Subnet, beam.Packets);
        else if (!_now.Callers)
            _beyond.AddRange(beam.Packets.Boxes);
        else if (beam.View != View.Unchanged)
            IsPlain = false;
        else
            foreach (var subnet in attachment.Subnets)
                _walk.AnswerBy(beam with { StartZone = from.Element.Zone, ReturnBy = (attachment, subnet) });
    }

    /// <inheritdoc/>
    public void LeaveOtherwise(Beam beam)
    {
        if (beam.IsEmpty)
            return;
        if (_now.Callers && beam.IsReply)
            IsPlain = false;
        else if (_now.Callers || beam.IsReply)
            _otherwise.AddRange(beam.Packets.Boxes);
        else
            _beyond.AddRange(beam.Packets.Boxes);
    }

    private List<SummaryPiece> Calls()
    {
        _now = (null, true);
        foreach (var group in Vpc.Classes.All)
            foreach (var isV6 in new[] { false, true })
                if (group.Interface is not null
                    && Headers.Any.Between(group.Own, AnyAddress, isV6) is { IsEmpty: false } packets)
                    _walk.FromStart(new Beam { Packets = packets, IsV6 = isV6, Start = group });
        return Pieces();
    }

    private List<SummaryPiece> AnswersBy(AttachmentNode attachment)
    {
        foreach (var subnet in attachment.Subnets)
            foreach (var isV6 in new[] { false, true })
            {
                _now = (subnet, false);
                var arrival = new TransitArrival(
                    attachment.Element.TransitGatewayId, attachment.Id, null, null, subnet.Element.Zone);
                var coming = new Beam { Packets = PacketSet.Of(Box.All(isV6)), IsV6 = isV6, StartPlace = "" };
                _walk.Transit.EnterVpc(coming, attachment, arrival);
            }

        return Pieces();
    }

    private static RangeSet AnyAddress { get; } = RangeSet.Of([Core.Cidr.AnyV4, Core.Cidr.AnyV6]);

    // Within the VPC, or come back from the transit gateway; or there is no reply.
    private void Delivered(Beam beam)
    {
        if (!_now.Callers)
            Note(null, _now.Subnet, beam.Packets);
        else if (beam.ReturnBy is { } way)
            Note(beam.StartZone, beam.IsReply ? way.Subnet : null, beam.Packets);
    }

    private void Note(string? zone, SubnetNode? subnet, PacketSet packets)
    {
        if (!_pieces.TryGetValue((zone, subnet), out var boxes))
            _pieces[(zone, subnet)] = boxes = [];
        boxes.AddRange(packets.Boxes);
    }

    private List<SummaryPiece> Pieces()
    {
        var pieces = _pieces.Select(piece => new SummaryPiece(
            piece.Key.Zone, piece.Key.Subnet, [.. PacketSet.Disjoint(piece.Value).Simplify(MostToMerge).Boxes]))
            .ToList();
        _pieces.Clear();
        return pieces;
    }

    private static bool IsAppliance(StationClass group) => group.Interface is not null
        && group.Members.Count == 1 && !group.Element.SourceDestCheck;

    private bool NamesForeignGroups(Topology topology) => Vpc.Classes.All
        .SelectMany(group => group.Interface?.Groups ?? [])
        .Distinct()
        .SelectMany(group => group.Ingress.Concat(group.Egress))
        .Any(rule => rule.Rule.GroupId is { } id && topology.Find(id)?.VpcId is { } home && home != Vpc.Vpc.Id);
}
