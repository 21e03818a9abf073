using Orrery.Contracts.Contents;
using Orrery.Stores.Contents;
using static Orrery.Tests.Unit.Services.S3.Contents.FileContentsTests;

namespace Orrery.Tests.Unit.Services.S3.Contents;

/// <summary>What both stores do, the one on this machine's disk and the one in memory.</summary>
public sealed class MachineContentsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orrery-contents-");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_come_back_before_and_after_they_are_settled(bool inFiles)
    {
        await using var store = Make(inFiles);
        var bytes = Bytes(200_000);
        var id = await PutAsync(store, bytes);
        Assert.Equal(bytes, await ReadAsync(store, id));
        store.Settle(id);
        store.Settle(id);
        Assert.Equal(bytes, await ReadAsync(store, id));
        Assert.Equal([id], store.Settled());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removal_waits_for_those_who_held_the_store_before(bool inFiles)
    {
        await using var store = Make(inFiles);
        var id = await PutAsync(store, Bytes(1000));
        store.Settle(id);
        var early = store.Hold();
        var removal = store.RemoveAsync([id]);
        var late = store.Hold();
        Assert.False(removal.IsCompleted);
        Assert.Equal(Bytes(1000), await ReadAsync(store, id));
        early.Dispose();
        await removal;
        Assert.True(Assert.Throws<ContentException>(() => store.Open(id)).IsMissing);
        late.Dispose();
    }

    [Fact]
    public async Task Many_come_at_once()
    {
        await using var store = Make(inFiles: true);
        var ids = await Task.WhenAll(
            Enumerable.Range(1, 40).Select(i => Task.Run(() => PutAsync(store, Bytes(i * 100)))));
        Assert.Equal(40, ids.Distinct().Count());
        for (var i = 0; i < ids.Length; i++) Assert.Equal(Bytes((i + 1) * 100), await ReadAsync(store, ids[i]));
    }

    [Fact]
    public async Task The_next_opening_finds_what_was_not_settled()
    {
        var first = Make(inFiles: true);
        var settled = await PutAsync(first, Bytes(10));
        first.Settle(settled);
        var open = await PutAsync(first, Bytes(20));
        Assert.Empty(first.Unsettled());
        Assert.Equal([open], Make(inFiles: true).Unsettled());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IContentStore Make(bool inFiles) => inFiles ? new FileContents(_folder.FullName) : new MemoryContents();
}
