using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>
/// The durable home of one world: rows with their history, and the journal. Knows no record type and no rule. Reads may
/// come from any thread and are as of a commit (<c>at</c>), so they are repeatable while newer commits arrive; one
/// batch is committed at a time, and nothing is compacted or restored meanwhile.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>What was fixed when the world was made.</summary>
    StoreHeader Header { get; }

    /// <summary>The oldest commit as of which rows can be read; the journal begins right after it.</summary>
    long Oldest { get; }

    /// <summary>The last durable commit, whoever made it.</summary>
    StoreTip ReadTip();

    /// <summary>The last commit at or before an instant; <see cref="Oldest"/> if that is later.</summary>
    StoreTip ReadTip(DateTimeOffset instant);

    /// <summary>The tip as it was at a commit.</summary>
    StoreTip ReadTip(long sequence);

    /// <summary>All spaces that have or ever had rows, in order.</summary>
    IReadOnlyList<Space> Spaces();

    /// <summary>The version of each scope that has ever changed.</summary>
    IReadOnlyDictionary<Scope, long> Versions(long at);

    /// <summary>One row, as UTF-8 JSON, or null.</summary>
    byte[]? Find(Space space, string key, long at);

    /// <summary>At most <paramref name="limit"/> rows at and after a key, in key order.</summary>
    IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at);

    /// <summary>How many rows a space has; takes time in proportion.</summary>
    long Count(Space space, long at);

    /// <summary>The journal from one sequence to another, both included, as far as it is kept.</summary>
    IEnumerable<Commit> Journal(long from, long to);

    /// <summary>
    /// Makes a batch durable, whole or not at all, if every scope still has the version that the batch rests on. When
    /// the task completes, the batch survives the loss of process and power.
    /// </summary>
    /// <returns>The sequence that the first commit got: more than it proposed if others committed elsewhere.</returns>
    /// <exception cref="StoreConflictException">A scope has moved; nothing was written.</exception>
    Task<long> CompareAndSwapAsync(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch);

    /// <summary>Fills an empty store with rows as of a commit; the store's history begins there.</summary>
    Task RestoreAsync(
        StoreTip tip, IReadOnlyDictionary<Scope, long> versions, IAsyncEnumerable<(Space Space, StoredRow Row)> rows);

    /// <summary>Forgets journal and superseded rows up to a commit, which becomes <see cref="Oldest"/>.</summary>
    Task CompactAsync(long oldest);
}
