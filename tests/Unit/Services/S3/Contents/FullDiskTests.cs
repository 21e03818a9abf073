using Orrery.Contracts.Contents;
using Orrery.Stores.Contents;

namespace Orrery.Tests.Unit.Services.S3.Contents;

public sealed class FullDiskTests
{
    [Theory]
    [InlineData(28)]
    [InlineData(122)]
    public async Task A_full_disk_is_told_and_leaves_nothing(int error)
    {
        var disk = new FullDisk(error);
        await using var store = new FileContents("/bytes", disk);
        await using (var intake = store.Begin())
        {
            var told = await Assert.ThrowsAsync<ContentException>(async () => await intake.WriteAsync(new byte[10]));
            Assert.True(told.IsFull);
        }

        Assert.DoesNotContain(disk.Inner.All, static path => path.Contains('-'));
    }

    private sealed class FullDisk(int error) : IDisk
    {
        public ForgetfulDisk Inner { get; } = new();

        public void MakeFolder(string path) => Inner.MakeFolder(path);

        public IDiskFile Create(string path) => new FullFile(Inner.Create(path), error);

        public IDiskFile? Open(string path) => Inner.Open(path);

        public bool Move(string from, string to) => Inner.Move(from, to);

        public void Delete(string path) => Inner.Delete(path);

        public IEnumerable<string> Files(string folder) => Inner.Files(folder);

        public IEnumerable<string> Folders(string folder) => Inner.Folders(folder);

        public void SyncFolder(string path) => Inner.SyncFolder(path);
    }

    private sealed class FullFile(IDiskFile inner, int error) : IDiskFile
    {
        public long Length => inner.Length;

        public void Write(ReadOnlySpan<byte> bytes, long at) =>
            throw new IOException("No space left on device", error);

        public int Read(Span<byte> into, long at) => inner.Read(into, at);

        public void Sync() => inner.Sync();

        public void Dispose() => inner.Dispose();
    }
}
