namespace Orrery.Kernel.Storage;

/// <summary>A home of many worlds, by name.</summary>
public interface IStorage : IAsyncDisposable
{
    /// <summary>The names of all worlds, in order.</summary>
    IReadOnlyList<string> List();

    /// <summary>Opens a world that exists. Dispose what you opened before you open it again or delete it.</summary>
    IStore Open(string name);

    /// <summary>Makes and opens an empty world under a free name.</summary>
    IStore Create(string name, StoreHeader header);

    /// <summary>
    /// Makes and opens a world that begins as another was at a commit and shares everything with it until it changes.
    /// </summary>
    IStore Fork(string name, string fork, long sequence);

    /// <summary>Removes a closed world. Worlds forked from it keep what they share with it.</summary>
    void Delete(string name);
}
