using CsCheck;
using Orrery.Kernel.State;
using Map = Orrery.Kernel.State.PersistentMap<string, int, Orrery.Kernel.State.KeyOrder>;

namespace Orrery.Tests.Kernel.State;

public sealed class MapEditTests
{
    private static readonly Gen<(string Key, int Value, bool IsRemoval)> Step =
        Gen.Select(Gen.String[Gen.Char["abcdef"], 0, 4], Gen.Int, Gen.Bool);

    [Fact]
    public void Many_changes_at_once_do_what_they_do_one_by_one_and_leave_a_balanced_map()
    {
        Gen.Select(Step.Array[0, 300], Step.Array[0, 300]).Sample(run =>
        {
            var map = run.Item1.Aggregate(Map.Empty, (all, step) => all.Put(step.Key, step.Value));
            var edits = run.Item2.DistinctBy(step => step.Key)
                .Select(step => new MapEdit<string, int>(step.Key, step.Value, step.IsRemoval)).ToList();
            edits.Sort((left, right) => KeyOrder.Compare(left.Key, right.Key));
            var before = map.All().ToList();
            var one = edits.Aggregate(map, (all, e) => e.IsRemoval ? all.Remove(e.Key) : all.Put(e.Key, e.Value));
            var many = map.With(edits);
            Assert.Equal(one.All(), many.All());
            Assert.Equal(one.Count, many.Count);
            Assert.Equal(before, map.All());

            // Weight-balanced trees of these parameters are at most 2.41 log2(n + 1) deep, and stay so.
            Assert.True(many.Depth <= (2.5 * Math.Log2(many.Count + 1)) + 1, $"{many.Depth} of {many.Count}");
            var further = many.With(edits.ConvertAll(e => e with { IsRemoval = !e.IsRemoval }));
            Assert.True(further.Depth <= (2.5 * Math.Log2(further.Count + 1)) + 1);
            Assert.Equal(further.All().Count(), further.Count);
        });
    }

    [Fact]
    public void A_thousand_changes_at_once_build_far_fewer_nodes_than_one_by_one()
    {
        var map = Map.FromSorted([.. Enumerable.Range(0, 5000).Select(i => KeyValuePair.Create($"{2 * i:d5}", i))]);
        List<MapEdit<string, int>> edits =
            [.. Enumerable.Range(0, 1000).Select(i => new MapEdit<string, int>($"{(2 * i) + 1:d5}", i, false))];
        map.With(edits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        edits.Aggregate(map, (all, e) => all.Put(e.Key, e.Value));
        var one = GC.GetAllocatedBytesForCurrentThread() - before;
        map.With(edits);
        var many = GC.GetAllocatedBytesForCurrentThread() - before - one;
        Assert.InRange(many, 1, one / 3);
    }
}
