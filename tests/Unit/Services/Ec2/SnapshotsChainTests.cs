using CsCheck;
using Orrery.Services.Ec2.Rules.Snapshots;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What snapshots of one volume keep, against a twin that keeps every block by itself.</summary>
public sealed class SnapshotsChainTests
{
    // EBS User Guide, "How Amazon EBS snapshots work": 10 GiB of data; 4 GiB of it changed; 2 GiB added to it.
    [Theory]
    [InlineData(10, 10, null, 10)]
    [InlineData(14, 10, 10L, 4)]
    [InlineData(16, 12, 14L, 2)]
    [InlineData(10, 10, 10L, 0)]
    [InlineData(100, 12, 16L, 12)]
    public void A_snapshot_keeps_what_changed_since_the_one_before(long written, long full, long? before, long kept) =>
        Assert.Equal(kept, SnapshotChain.Added(written, full, before));

    // The same page, on deletion: what a snapshot alone has and a later one needs stays.
    [Fact]
    public void Blocks_of_a_deleted_snapshot_move_to_the_next_one()
    {
        Assert.Equal([10, 4, 2], SnapshotChain.Stored([(10, 10), (14, 10), (16, 12)]));
        Assert.Equal([10, 6], SnapshotChain.Stored([(10, 10), (16, 12)]));
        Assert.Equal([10, 2], SnapshotChain.Stored([(14, 10), (16, 12)]));
        Assert.Equal([12], SnapshotChain.Stored([(16, 12)]));
    }

    [Fact]
    public void A_chain_keeps_each_block_of_its_snapshots_once_in_whatever_order_others_were_deleted()
    {
        var shared = 0;
        var moved = 0;
        var histories =
            from capacity in Gen.Int[1, 12]
            from first in Gen.Int[0, capacity]
            from writes in Gen.Int[0, 9].Array[1, 8]
            from deleted in Gen.Int[0, 100].Array[0, 8]
            select (capacity, first, writes, deleted);
        histories.Sample(h =>
        {
            var chain = Taken(h.capacity, h.first, h.writes);
            foreach (var pick in h.deleted)
            {
                if (chain.Count < 2)
                {
                    break;
                }

                // What goes for good is what no other has; the rest of its blocks is in the others.
                var gone = chain[pick % chain.Count];
                var before = Kept(chain);
                chain.Remove(gone);
                var alone = gone.Blocks.Except(chain.SelectMany(s => s.Blocks)).Count();
                moved += gone.Blocks.Count > alone ? 1 : 0;
                Assert.Equal(before - alone, Kept(chain));
            }

            var union = chain.SelectMany(s => s.Blocks).Distinct().Count();
            shared += union < chain.Sum(s => s.Blocks.Count) ? 1 : 0;
            Assert.Equal(union, Kept(chain));
        }, iter: 1_000);
        Assert.True(shared > 0 && moved > 0);
    }

    private static long Kept(IEnumerable<Twin> chain) =>
        SnapshotChain.Stored([.. chain.Select(s => (s.Written, (long)s.Blocks.Count))]).Sum();

    // A disk of blocks, each with the number of the write that it holds: filled one after another, then round again.
    private static List<Twin> Taken(int capacity, int first, int[] writes)
    {
        var disk = new int?[capacity];
        var next = 0;
        for (; next < first; next++)
        {
            disk[next] = next;
        }

        var taken = new List<Twin>();
        foreach (var count in writes)
        {
            for (var i = 0; i < count; i++, next++)
            {
                disk[next % capacity] = next;
            }

            taken.Add(new(next - first, [.. disk.OfType<int>()]));
        }

        return taken;
    }

    private sealed record Twin(long Written, HashSet<int> Blocks);
}
