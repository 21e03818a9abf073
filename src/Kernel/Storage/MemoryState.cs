using Orrery.Kernel.State;
using RowMap = Orrery.Kernel.State.PersistentMap<string, byte[], Orrery.Kernel.State.KeyOrder>;
using SpaceMap = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.Storage.Space,
    Orrery.Kernel.State.PersistentMap<string, byte[], Orrery.Kernel.State.KeyOrder>,
    Orrery.Kernel.State.SpaceOrder>;
using VersionMap = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.State.Scope, long, Orrery.Kernel.State.ScopeOrder>;

namespace Orrery.Kernel.Storage;

/// <summary>All rows of a memory store right after one commit, and that commit; shares what did not change.</summary>
internal sealed record MemoryState(StoreTip Tip, Commit? Commit, VersionMap Versions, SpaceMap Spaces)
{
    public static MemoryState Empty(DateTimeOffset start) =>
        new(new(0, start), null, VersionMap.Empty, SpaceMap.Empty);

    public long VersionOf(Scope scope) => Versions.TryFind(scope, out var version) ? version : 0;

    public RowMap Rows(Space space) => Spaces.TryFind(space, out var rows) ? rows : RowMap.Empty;

    public MemoryState With(Commit commit)
    {
        var spaces = Spaces;
        var versions = Versions;
        foreach (var change in commit.Changes)
        {
            var rows = spaces.TryFind(change.Space, out var found) ? found : RowMap.Empty;
            rows = change.After is { } json ? rows.Put(change.Key, json) : rows.Remove(change.Key);
            spaces = spaces.Put(change.Space, rows);
            versions = versions.Put(change.Scope, commit.Sequence);
        }
        return new(new(commit.Sequence, commit.Instant), commit, versions, spaces);
    }
}
