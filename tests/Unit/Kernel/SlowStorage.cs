using Orrery.Kernel.Storage;

namespace Orrery.Tests.Kernel;

/// <summary>One world in memory, in a store whose commits wait and fail as the test says.</summary>
internal sealed class SlowStorage : IStorage
{
    public SlowStore Store { get; private set; } = null!;

    public IReadOnlyList<string> List() => Store is null ? [] : ["w"];

    public IStore Open(string name) => Store;

    public IStore Create(string name, StoreHeader header) => Store = new(new(header));

    public IStore Fork(string name, string fork, long sequence) => throw new NotSupportedException();

    public void Delete(string name) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
