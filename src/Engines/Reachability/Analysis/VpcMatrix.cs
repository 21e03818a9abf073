using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// Which VPCs reach which: whether some interface of one can open some connection to some interface of the other, at a
/// private or IPv6 address. Pairs that only a transit gateway can connect are told from the summaries of both; the
/// others are walked. Kept with a topology: <see cref="With"/> looks again only at what a change touched.
/// </summary>
public sealed class VpcMatrix
{
    private readonly Topology _topology;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly MatrixSummaries _summaries;
    private readonly ulong[][] _rows;
    private readonly HashSet<(int From, int To)> _walked;

    private VpcMatrix(Topology topology, VpcMatrix? before)
    {
        _topology = topology;
        VpcIds =
        [
            .. topology.Index.Shards.Keys.Where(id => topology.Vpc(id) is not null).Order(StringComparer.Ordinal),
        ];
        for (var i = 0; i < VpcIds.Count; i++)
            _places[VpcIds[i]] = i;
        var same = before is not null && before.VpcIds.SequenceEqual(VpcIds, StringComparer.Ordinal);
        _summaries = new MatrixSummaries(topology, VpcIds, same ? before!._summaries : null);
        _rows = new ulong[VpcIds.Count][];
        for (var i = 0; i < VpcIds.Count; i++)
            _rows[i] = same ? (ulong[])before!._rows[i].Clone() : new ulong[(VpcIds.Count + 63) / 64];
        _walked = same ? [.. before!._walked] : [];
        Fill();
    }

    /// <summary>The VPCs, in the order of their ids.</summary>
    public IReadOnlyList<string> VpcIds { get; }

    /// <summary>How many pairs were looked at when this one was made.</summary>
    public long PairsLookedAt { get; private set; }

    /// <summary>How many pairs had to be walked when this one was made.</summary>
    public long PairsWalked { get; private set; }

    /// <summary>The matrix of a topology.</summary>
    public static VpcMatrix Of(Topology topology) => new(topology, null);

    /// <summary>The matrix of a changed topology.</summary>
    public VpcMatrix With(Topology changed) => new(changed, this);

    /// <summary>Whether one VPC reaches another.</summary>
    public bool Reaches(string from, string to) =>
        _places.TryGetValue(from, out var row) && _places.TryGetValue(to, out var column) && Bit(row, column);

    /// <summary>How many pairs reach, a VPC and itself left out.</summary>
    public long Count()
    {
        var count = 0L;
        for (var i = 0; i < _rows.Length; i++)
        {
            foreach (var word in _rows[i])
                count += long.PopCount((long)word);
            count -= Bit(i, i) ? 1 : 0;
        }

        return count;
    }

    private bool Bit(int row, int column) => (_rows[row][column / 64] >> (column % 64) & 1) != 0;

    private void Set(int row, int column, bool value)
    {
        ref var word = ref _rows[row][column / 64];
        var bit = 1UL << (column % 64);
        word = value ? word | bit : word & ~bit;
    }

    private void Fill()
    {
        var tests = new PairTest(_summaries);
        var count = VpcIds.Count;
        // What is walked depends on more than its two ends.
        var toWalk = new HashSet<(int, int)>(_walked);
        foreach (var row in _summaries.Changed)
            for (var column = 0; column < count; column++)
                Look(tests, row, column, toWalk);
        if (_summaries.Changed.Count < count)
            foreach (var column in _summaries.Changed)
                for (var row = 0; row < count; row++)
                    Look(tests, row, column, toWalk);
        _walked.Clear();
        _walked.UnionWith(toWalk.Where(pair => pair.Item1 != pair.Item2 || !tests.RestsOnItself(pair.Item1)));
        Walk(toWalk);
    }

    private void Look(PairTest tests, int row, int column, HashSet<(int, int)> toWalk)
    {
        PairsLookedAt++;
        var met = row != column && tests.Reaches(row, column);
        Set(row, column, met);
        if (!met && tests.NeedsWalk(row, column))
            toWalk.Add((row, column));
        else
            toWalk.Remove((row, column));
    }

    // One walk for each sender, to all that are asked of it.
    private void Walk(HashSet<(int From, int To)> pairs)
    {
        PairsWalked = pairs.Count;
        var analysis = new NetworkAnalysis(_topology);
        foreach (var row in pairs.GroupBy(pair => pair.From, pair => pair.To))
        {
            foreach (var column in row)
                Set(row.Key, column, false);
            var to = row.ToList();
            var question = new ReachQuestion(
                new ReachEnd(Interfaces(row.Key)), new ReachEnd([.. to.SelectMany(Interfaces)]));
            foreach (var finding in analysis.Ask(question, [], atPublicAddresses: false))
                foreach (var id in finding.DestinationIds.Take(1))
                    Set(row.Key, _places[_topology.Find(id)!.VpcId!], true);
        }
    }

    private List<string> Interfaces(int place) =>
        [.. _topology.Vpc(VpcIds[place])!.Stations.OfType<InterfaceNode>().Select(nic => nic.Id)];
}
