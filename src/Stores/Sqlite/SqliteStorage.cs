using Orrery.Kernel;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// Worlds in a folder, one SQLite file each (<c>name.orrery</c>). Forks rest on the file they were forked from.
/// </summary>
public sealed class SqliteStorage : IStorage
{
    private readonly string _folder;
    private readonly SqliteSettling _settling;
    private readonly Lock _lock = new();
    private readonly Dictionary<long, SqliteFile> _files = [];
    private readonly Dictionary<long, SqliteStore> _open = [];

    /// <summary>Opens a folder, made if it is not there.</summary>
    public SqliteStorage(string folder)
        : this(folder, SqliteSettling.Usual)
    {
    }

    internal SqliteStorage(string folder, SqliteSettling settling)
    {
        _settling = settling;
        _folder = Directory.CreateDirectory(folder).FullName;
        var paths = Directory.EnumerateFiles(_folder, "*" + SqliteFile.Extension);
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var file = SqliteFile.Read(path);
            if (!_files.TryAdd(file.Meta.Layer, file))
                throw new InvalidDataException($"{path} and {_files[file.Meta.Layer].Path} are copies of one world.");
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List()
    {
        lock (_lock)
            return [.. Worlds().Select(file => file.Meta.World).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IStore Open(string name)
    {
        lock (_lock)
            return Open(Get(name));
    }

    /// <inheritdoc/>
    public IStore Create(string name, StoreHeader header)
    {
        lock (_lock)
        {
            var meta = new SqliteMeta(name, header, NextLayer(), null, 0, false);
            return Open(Make(meta, new(0, header.Start)));
        }
    }

    /// <inheritdoc/>
    public IStore Fork(string name, string fork, long sequence)
    {
        lock (_lock)
        {
            var origin = Get(name);
            Free(fork);
            SettleAll(origin);
            using var layer = LayerOf(origin);
            var tip = SqliteHistory.ReadTip(layer, sequence);
            var holder = HolderOf(origin, sequence);
            var meta = new SqliteMeta(fork, origin.Meta.Header, NextLayer(), holder.Meta.Layer, tip.Sequence, false);
            // First the pin: after a crash between the two, something is kept for nobody, and nothing is missing.
            holder.Use(session => session.Run(SqliteWindows.PinSql, tip.Sequence, meta.Layer));
            // And once more: the origin may have forgotten this commit just before it saw the pin.
            SqliteHistory.ReadTip(layer, sequence);
            return Open(Make(meta, tip));
        }
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        lock (_lock)
        {
            var file = Get(name);
            if (_open.ContainsKey(file.Meta.Layer))
                throw new InvalidOperationException($"World '{name}' is open.");
            using (file.Seize())
                Remove(file);
        }
    }

    /// <summary>Closes what is still open.</summary>
    public async ValueTask DisposeAsync()
    {
        List<SqliteStore> open;
        lock (_lock)
            open = [.. _open.Values];
        foreach (var store in open)
            await store.DisposeAsync();
    }

    /// <summary>What a fork shares with its origin it finds in the tables of that one's file.</summary>
    private void SettleAll(SqliteFile file)
    {
        if (_open.TryGetValue(file.Meta.Layer, out var open))
            open.Settle();
        else
            file.Settle();
    }

    private IEnumerable<SqliteFile> Worlds() => _files.Values.Where(file => !file.Meta.IsDeleted);

    private SqliteFile Get(string name) =>
        Worlds().FirstOrDefault(file => file.Meta.World == name) ?? throw new UnknownWorldException(name);

    private void Free(string name)
    {
        if (Worlds().Any(file => file.Meta.World == name))
            throw new WorldExistsException(name);
    }

    private long NextLayer() => _files.Keys.DefaultIfEmpty(0).Max() + 1;

    private SqliteFile Make(SqliteMeta meta, StoreTip start)
    {
        Free(meta.World);
        var path = Path.Combine(_folder, meta.World + SqliteFile.Extension);
        // The file of a deleted world stays, under its name, while forks rest on it.
        if (File.Exists(path))
            path = Path.Combine(_folder, $"{meta.World}~{meta.Layer}{SqliteFile.Extension}");
        return _files[meta.Layer] = SqliteFile.Make(path, meta, start);
    }

    private SqliteStore Open(SqliteFile file)
    {
        if (_open.ContainsKey(file.Meta.Layer))
            throw new InvalidOperationException($"World '{file.Meta.World}' is open already.");
        var layer = LayerOf(file);
        var hold = file.Hold();
        try
        {
            return _open[file.Meta.Layer] = new SqliteStore(file.Meta, layer, _settling)
            {
                Closed = closed =>
                {
                    hold.Dispose();
                    Closed(closed);
                },
            };
        }
        catch
        {
            layer.Dispose();
            hold.Dispose();
            throw;
        }
    }

    private void Closed(SqliteStore store)
    {
        lock (_lock)
        {
            foreach (var (layer, _) in _open.Where(entry => ReferenceEquals(entry.Value, store)).ToList())
                _open.Remove(layer);
        }
    }

    private SqliteLayer LayerOf(SqliteFile file) =>
        new(
            new(file.Path),
            file.Meta.Parent is { } parent ? LayerOf(ParentOf(file, parent)) : null,
            file.Meta.ForkedAt);

    private SqliteFile ParentOf(SqliteFile file, long parent) =>
        _files.TryGetValue(parent, out var found)
            ? found
            : throw new InvalidDataException(
                $"{file.Path} is a fork of a world whose file is not in this folder. To move a fork, export it.");

    /// <summary>
    /// The file in which a commit lies: a fork of the past of a fork rests on what that one rests on.
    /// </summary>
    private SqliteFile HolderOf(SqliteFile file, long sequence) =>
        file.Meta.Parent is { } parent && sequence <= file.Meta.ForkedAt
            ? HolderOf(ParentOf(file, parent), sequence)
            : file;

    private void Remove(SqliteFile file)
    {
        var isPinned = file.Use(session => session.Number("SELECT count(*) FROM pins")) > 0;
        if (isPinned)
        {
            var meta = file.Meta with { IsDeleted = true };
            file.Use(session =>
            {
                meta.Write(session);
                return true;
            });
            _files[meta.Layer] = file with { Meta = meta };
            return;
        }
        _files.Remove(file.Meta.Layer);
        SqliteFile.Remove(file.Path);
        if (file.Meta.Parent is not { } parentLayer || !_files.TryGetValue(parentLayer, out var parent))
            return;
        parent.Use(session => session.Run("DELETE FROM pins WHERE layer = $1", file.Meta.Layer));
        if (parent.Meta.IsDeleted)
            Remove(parent);
    }
}
