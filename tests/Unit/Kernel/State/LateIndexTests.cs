using CsCheck;
using Orrery.Kernel.State;
using RowEdit = Orrery.Kernel.State.MapEdit<Orrery.Kernel.State.IndexKey, Orrery.Kernel.State.None>;

namespace Orrery.Tests.Kernel.State;

public sealed class LateIndexTests
{
    private static readonly Gen<SortedDictionary<int, bool>> Edits =
        Gen.Select(Gen.Int[0, 40], Gen.Bool).Array[0, 8].Select(edits =>
        {
            var last = new SortedDictionary<int, bool>();
            foreach (var (key, isRemoval) in edits)
                last[key] = isRemoval;
            return last;
        });

    [Fact]
    public void Each_version_of_an_index_has_what_was_done_up_to_it_whenever_it_is_read()
    {
        Gen.Select(Edits, Gen.Int[0, 9]).Array[1, 40].Sample(
            steps =>
            {
                List<(LateIndex Index, SortedSet<int> Keys)> versions = [(LateIndex.Empty, [])];
                foreach (var (edits, reads) in steps)
                {
                    var (index, keys) = versions[^1];
                    var after = new SortedSet<int>(keys);
                    foreach (var (key, isRemoval) in edits)
                        _ = isRemoval ? after.Remove(key) : after.Add(key);
                    versions.Add((index.With([.. edits.Select(edit => Edit(edit.Key, edit.Value))]), after));

                    // Some are read as they come, some never, and some long after others were made of them.
                    if (reads < 3)
                        Same(versions[^1]);
                    else if (reads < 5)
                        Same(versions[versions.Count * reads / 6]);
                }
                versions.ForEach(Same);
            },
            iter: 300);
    }

    [Fact]
    public void What_is_left_aside_does_not_grow_without_end()
    {
        // Ten more than what is worked in unasked, three times over: who reads then has those ten left to do.
        const int Count = (3 * 8193) + 10;
        var index = LateIndex.Empty;
        for (var i = 0; i < Count; i++)
            index = index.With([Edit(i, isRemoval: false)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Count, index.Map.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 64 * 1024);
    }

    private static RowEdit Edit(int key, bool isRemoval) => new(new("all", $"{key:00000}"), default, isRemoval);

    private static void Same((LateIndex Index, SortedSet<int> Keys) version) =>
        Assert.Equal(version.Keys, version.Index.Map.All().Select(entry => int.Parse(entry.Key.Key)));
}
