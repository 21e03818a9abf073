using CsCheck;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.State;

/// <summary>What a call has read of a stored table.</summary>
public sealed class RecordsReadTests
{
    private static readonly WalletId[] Keys = [.. Enumerable.Range(0, 6).Select(static i => new WalletId($"k{i}"))];

    [Fact]
    public async Task A_record_that_is_found_changed_and_removed_is_looked_up_once()
    {
        var storage = new SlowStorage();
        await FillAsync(storage, Keys[..1]);
        var finds = await FindsAsync(storage, static call =>
        {
            var notes = call.Write(Notes);
            Assert.Equal("first", notes.Find(Keys[0])!.Text);
            Assert.True(notes.Contains(Keys[0]));
            Assert.False(notes.Contains(Keys[1]));
            Assert.False(notes.Remove(Keys[1]));
            notes.Put(new(Keys[0], "second"));
            Assert.True(notes.Remove(Keys[0]));
            Assert.Null(notes.Find(Keys[0]));
        });
        Assert.Equal(2, finds);
    }

    [Fact]
    public async Task What_a_walk_came_by_is_removed_without_looking_it_up()
    {
        var storage = new SlowStorage();
        await FillAsync(storage, Keys);
        var finds = await FindsAsync(storage, static call =>
        {
            var notes = call.Write(Notes);
            foreach (var note in notes.All().ToList())
                Assert.True(notes.Remove(note.Id));
            Assert.Empty(notes.All());
        });
        Assert.Equal(0, finds);
    }

    [Fact]
    public async Task A_walk_over_more_than_is_kept_sees_everything()
    {
        var storage = new SlowStorage();
        WalletId[] many = [.. Enumerable.Range(0, 2500).Select(static i => new WalletId($"n{i:d4}"))];
        await FillAsync(storage, many);
        await FindsAsync(storage, call =>
        {
            var notes = call.Write(Notes);
            Assert.Equal(many, notes.All().Select(static note => note.Id));
            foreach (var key in many) Assert.True(notes.Remove(key));
            Assert.Equal(0, notes.Count);
        });
    }

    [Fact]
    public async Task A_call_reads_as_from_a_dictionary_whatever_it_did_before() =>
        await Gen.Select(Gen.Int[0, Keys.Length], Gen.Select(Gen.Int[0, 4], Gen.Int[0, Keys.Length - 1]).Array[1, 30])
            .SampleAsync(static run => CheckAsync(run.Item1, run.Item2), iter: 200);

    private static async Task CheckAsync(int stored, (int What, int Key)[] steps)
    {
        var storage = new SlowStorage();
        await FillAsync(storage, Keys[..stored]);
        var model = Keys[..stored].ToDictionary(static key => key, static _ => "first");
        await FindsAsync(storage, call =>
        {
            var notes = call.Write(Notes);
            for (var step = 0; step < steps.Length; step++)
            {
                var key = Keys[steps[step].Key];
                switch (steps[step].What)
                {
                    case 0:
                        notes.Put(new(key, $"{step}"));
                        model[key] = $"{step}";
                        break;
                    case 1:
                        Assert.Equal(model.Remove(key), notes.Remove(key));
                        break;
                    case 2:
                        Assert.Equal(model.GetValueOrDefault(key), notes.Find(key)?.Text);
                        break;
                    case 3:
                        var walked = notes.From(key).Select(static note => (note.Id, note.Text));
                        Assert.Equal(
                            Keys.Where(k => model.ContainsKey(k) && string.CompareOrdinal(k.Value, key.Value) >= 0)
                                .Select(k => (k, model[k])),
                            walked);
                        break;
                    default:
                        Assert.Equal(model.Count, notes.Count);
                        break;
                }
            }
        });
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.GetAsync("w");
        Assert.Equal(
            model.OrderBy(static note => note.Key.Value, StringComparer.Ordinal).Select(static n => (n.Key, n.Value)),
            world.Current.Read(Notes, Here).All().Select(static note => (note.Id, note.Text)));
    }

    private static async Task FillAsync(SlowStorage storage, WalletId[] keys)
    {
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            foreach (var key in keys) call.Write(Notes).Put(new(key, "first"));
        });
    }

    /// <summary>Opens the world again, so that nothing is held in memory, and counts what a call looks up.</summary>
    private static async Task<int> FindsAsync(SlowStorage storage, Action<Call> body)
    {
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.GetAsync("w");
        var before = storage.Store.Finds;
        await world.Do(body);
        return storage.Store.Finds - before;
    }
}
