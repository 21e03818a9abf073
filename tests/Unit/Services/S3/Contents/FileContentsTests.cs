using Orrery.Contracts.Contents;
using Orrery.Stores.Contents;

namespace Orrery.Tests.Unit.Services.S3.Contents;

/// <summary>The crash argument of docs/adr/0013-bytes-before-metadata.md, tried at each step.</summary>
public sealed class FileContentsTests
{
    private const string Folder = "/bytes";

    [Fact]
    public async Task A_cut_at_any_step_loses_nothing_that_was_committed_and_shows_nothing_torn()
    {
        var (cuts, committed) = (0, 0);
        for (var power = 0; ; power++)
        {
            var disk = new ForgetfulDisk(power);
            var records = new Dictionary<ContentId, byte[]>();
            var ended = await UseAsync(disk, records);
            for (var unsure = 0; unsure < disk.Ways; unsure++)
            {
                cuts++;
                committed += records.Count;
                await CheckAsync(disk.AfterCut(unsure), records);
            }

            if (ended) break;
        }

        Assert.True(cuts > 50 && committed > 50, $"{cuts} cuts, {committed} committed");
    }

    [Fact]
    public async Task What_is_abandoned_or_discarded_leaves_nothing()
    {
        var disk = new ForgetfulDisk();
        await using var store = new FileContents(Folder, disk);
        await using (var intake = store.Begin()) await intake.WriteAsync(Bytes(10));
        store.Discard(await PutAsync(store, Bytes(10)));
        Assert.DoesNotContain(disk.All, static path => path.Contains('-'));
    }

    [Fact]
    public async Task A_name_is_never_given_twice()
    {
        var disk = new ForgetfulDisk();
        var names = new HashSet<ContentId>();
        for (var opening = 0; opening < 5; opening++)
        {
            await using var store = new FileContents(Folder, disk);
            Assert.True(names.Add(await PutAsync(store, Bytes(1))));
            Assert.True(names.Add(await PutAsync(store, Bytes(1))));
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("1-2/../3")]
    [InlineData("1-")]
    [InlineData("")]
    public void A_name_that_was_never_given_opens_nothing(string name)
    {
        var store = new FileContents(Folder, new ForgetfulDisk());
        Assert.True(Assert.Throws<ContentException>(() => store.Open(new(name))).IsMissing);
    }

    internal static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(static i => (byte)(i * 31))];

    internal static async Task<ContentId> PutAsync(IContentStore store, byte[] bytes)
    {
        await using var intake = store.Begin();
        await intake.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await intake.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        return await intake.FinishAsync();
    }

    internal static async Task<byte[]> ReadAsync(IContentStore store, ContentId id)
    {
        using var reader = store.Open(id);
        var bytes = new byte[reader.Length];
        var read = 0;
        while (await reader.ReadAsync(bytes.AsMemory(read), read) is var more and > 0) read += more;
        return bytes[..read];
    }

    // Commits one, refuses one, commits another, removes the first, and is writing a fourth at the end.
    private static async Task<bool> UseAsync(ForgetfulDisk disk, Dictionary<ContentId, byte[]> records)
    {
        try
        {
            var store = new FileContents(Folder, disk);
            var first = await PutAsync(store, Bytes(100));
            records[first] = Bytes(100);
            store.Settle(first);
            store.Discard(await PutAsync(store, Bytes(50)));
            var second = await PutAsync(store, Bytes(300));
            records[second] = Bytes(300);
            store.Settle(second);
            records.Remove(first);
            await store.RemoveAsync([first]);
            await PutAsync(store, Bytes(70));
            var last = store.Begin();
            await last.WriteAsync(Bytes(20));
            return true;
        }
        catch (ForgetfulDisk.PowerCutException)
        {
            return false;
        }
    }

    private static async Task CheckAsync(ForgetfulDisk disk, Dictionary<ContentId, byte[]> records)
    {
        await using var store = new FileContents(Folder, disk);
        foreach (var (id, bytes) in records) Assert.Equal(bytes, await ReadAsync(store, id));
        foreach (var id in store.Unsettled())
        {
            if (records.ContainsKey(id)) store.Settle(id);
            else await store.RemoveAsync([id]);
        }

        var fresh = await PutAsync(store, Bytes(5));
        Assert.DoesNotContain(fresh, records.Keys);
        foreach (var (id, bytes) in records) Assert.Equal(bytes, await ReadAsync(store, id));
        Assert.Empty(disk.Files(Path.Combine(Folder, "incoming")));
        Assert.Equal([fresh.Value], disk.Files(Path.Combine(Folder, "fresh")));
        Assert.Superset(records.Keys.ToHashSet(), store.Settled().ToHashSet());
    }
}
