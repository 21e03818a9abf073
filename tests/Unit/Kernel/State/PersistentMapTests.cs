using CsCheck;
using Orrery.Kernel.State;
using Map = Orrery.Kernel.State.PersistentMap<string, int, Orrery.Kernel.State.KeyOrder>;

namespace Orrery.Tests.Kernel.State;

public sealed class PersistentMapTests
{
    private static readonly Gen<string> Keys = Gen.String[Gen.Char["abcé\uE000\uFFFD"], 0, 3];

    private static readonly Gen<(string Key, int Value, bool IsRemoval)> Step = Gen.Select(Keys, Gen.Int, Gen.Bool);

    [Fact]
    public void It_holds_what_a_sorted_dictionary_holds_and_older_maps_stay_as_they_were()
    {
        var removals = 0;
        Gen.Select(Step.Array[0, 200], Keys).Sample(run =>
        {
            var (steps, probe) = run;
            var model = new SortedDictionary<string, int>(Comparer<string>.Create(KeyOrder.Compare));
            var map = Map.Empty;
            var older = new List<(Map Map, KeyValuePair<string, int>[] Model)>();
            foreach (var (key, value, isRemoval) in steps)
            {
                older.Add((map, [.. model]));
                if (isRemoval && model.Remove(key))
                    Interlocked.Increment(ref removals);
                else if (!isRemoval)
                    model[key] = value;
                map = isRemoval ? map.Remove(key) : map.Put(key, value);
            }
            older.Add((map, [.. model]));
            foreach (var (then, was) in older)
            {
                Assert.Equal(was, then.All());
                Assert.Equal(was.Length, then.Count);
            }
            Assert.Equal(model.Where(e => KeyOrder.Compare(e.Key, probe) >= 0), map.From(probe));
            Assert.Equal(model.Count(e => KeyOrder.Compare(e.Key, probe) < 0), map.Rank(probe));
            Assert.Equal(model.ContainsKey(probe), map.TryFind(probe, out _));
            Assert.Equal(model.Any(e => KeyOrder.Compare(e.Key, probe) <= 0), map.TryLastUpTo(probe, out var last));
            Assert.Equal(model.LastOrDefault(e => KeyOrder.Compare(e.Key, probe) <= 0), last);
        });
        Assert.True(removals > 0);
    }

    [Fact]
    public void What_differs_between_two_versions_is_found_and_nothing_else()
    {
        var differing = 0;
        Gen.Select(Step.Array[0, 100], Gen.Int[0, 100]).Sample(run =>
        {
            var (steps, cut) = run;
            var maps = new List<Map> { Map.Empty };
            foreach (var (key, value, isRemoval) in steps)
                maps.Add(isRemoval ? maps[^1].Remove(key) : maps[^1].Put(key, value));
            var (then, now) = (maps[Math.Min(cut, maps.Count - 1)], maps[^1]);
            var keys = then.All().Concat(now.All()).Select(e => e.Key)
                .Distinct().Order(Comparer<string>.Create(KeyOrder.Compare));
            var expected = keys.Where(k => !ValueOf(then, k).Equals(ValueOf(now, k))).ToList();
            var found = Map.Differences(then, now).Where(d => d.Before != d.After || IsNew(then, now, d.Key)).ToList();
            Assert.Equal(expected, found.Select(d => d.Key));
            Interlocked.Add(ref differing, expected.Count);
        });
        Assert.True(differing > 0);
    }

    [Fact]
    public void Versions_that_share_all_but_a_few_nodes_are_compared_by_these_alone()
    {
        var entries = Enumerable.Range(0, 100_000).Select(i => KeyValuePair.Create($"{i:D6}", i)).ToList();
        var before = Map.FromSorted(entries);
        var after = before.Put("050000", -1).Remove("000007").Put("0999990", 7);
        var looked = Map.Differences(before, after).ToList();
        Assert.Equal(["000007", "050000", "0999990"], looked.Where(d => d.Before != d.After).Select(d => d.Key));
        Assert.InRange(looked.Count, 3, 100);
    }

    private static (bool Has, int Value) ValueOf(Map map, string key) => (map.TryFind(key, out var value), value);

    private static bool IsNew(Map then, Map now, string key) => then.TryFind(key, out _) != now.TryFind(key, out _);

    [Fact]
    public void It_is_built_from_sorted_entries_as_by_puts()
    {
        Gen.Int[0, 300].Sample(count =>
        {
            var entries = Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"{i:D4}", i)).ToList();
            var map = Map.FromSorted(entries);
            Assert.Equal(entries, map.All());
            foreach (var (key, _) in entries)
                map = map.Remove(key);
            Assert.Empty(map.All());
        });
    }

    [Fact]
    public void It_stays_shallow_when_keys_come_in_order()
    {
        var map = Map.Empty;
        for (var i = 0; i < 100_000; i++)
            map = map.Put($"{i:D6}", i);
        for (var i = 0; i < 50_000; i++)
            map = map.Remove($"{i:D6}");
        Assert.Equal(50_000, map.Count);
        Assert.InRange(map.Depth, 16, 40);
    }

    [Fact]
    public void Keys_are_ordered_as_their_utf8_bytes_are()
    {
        var texts = Gen.OneOfConst("a", "b", "\0", "é", "\uE000", "\uFFFD", "\U0001F600", "\U0010FFFF")
            .Array[0, 4].Select(string.Concat);
        Gen.Select(texts, texts).Sample((one, other) =>
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(one).AsSpan()
                .SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(other));
            Assert.Equal(Math.Sign(bytes), Math.Sign(KeyOrder.Compare(one, other)));
        });
    }
}
