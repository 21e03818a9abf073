using System.Globalization;
using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>
/// Keeps bytes in a folder, one file each. <c>incoming</c> holds what is being written and is emptied at the start;
/// <c>fresh</c> holds what is whole and durable; <c>kept</c> what is settled. Why no crash loses or tears anything:
/// <c>docs/adr/0013-bytes-before-metadata.md</c>.
/// </summary>
public sealed class FileContents : IContentStore
{
    private const string Counter = "openings";
    private readonly IDisk _disk;
    private readonly ContentPaths _paths;
    private readonly Holds _holds = new();
    private readonly SharedSync _freshSync;
    private readonly Lazy<long> _opening;
    private long _last;

    /// <summary>Keeps bytes in a folder, which is made when the first come. One process at a time uses it.</summary>
    public FileContents(string folder)
        : this(folder, new MachineDisk())
    {
    }

    internal FileContents(string folder, IDisk disk)
    {
        _disk = disk;
        _paths = new(folder);
        _freshSync = new(() => disk.SyncFolder(_paths.Fresh));
        _opening = new(() => Problems.Explain($"use {folder}", Prepare));
    }

    /// <inheritdoc/>
    public IContentIntake Begin()
    {
        var opening = _opening.Value;
        var number = Interlocked.Increment(ref _last);
        var id = new ContentId(string.Create(CultureInfo.InvariantCulture, $"{opening}-{number}"));
        var path = _paths.IncomingFile(id.Value);
        return new FileIntake(this, id, Problems.Explain("take bytes in", () => _disk.Create(path)));
    }

    /// <inheritdoc/>
    public IContentReader Open(ContentId id)
    {
        var file = Problems.Explain($"open {id}", () => Find(id));
        return file is null
            ? throw new ContentException($"There are no bytes {id}.") { IsMissing = true }
            : new FileReader(file);
    }

    /// <inheritdoc/>
    public void Settle(ContentId id) => Quietly(() =>
    {
        _disk.MakeFolder(_paths.KeptFolder(id));
        _disk.Move(_paths.FreshFile(id.Value), _paths.KeptFile(id));
    });

    /// <inheritdoc/>
    public void Discard(ContentId id) => Quietly(() => _disk.Delete(_paths.FreshFile(id.Value)));

    /// <inheritdoc/>
    public async Task RemoveAsync(IReadOnlyCollection<ContentId> ids)
    {
        await _holds.AfterNowAsync().ConfigureAwait(false);
        foreach (var id in ids)
        {
            Problems.Explain($"remove {id}", () =>
            {
                _disk.Delete(_paths.FreshFile(id.Value));
                _disk.Delete(_paths.KeptFile(id));
                return true;
            });
        }
    }

    /// <inheritdoc/>
    public IDisposable Hold() => _holds.Take();

    /// <inheritdoc/>
    public IReadOnlyList<ContentId> Unsettled()
    {
        if (!_disk.Files(_paths.Fresh).Any()) return [];
        var mine = string.Create(CultureInfo.InvariantCulture, $"{_opening.Value}-");
        return [.. _disk.Files(_paths.Fresh)
            .Where(name => ContentPaths.IsId(name) && !name.StartsWith(mine, StringComparison.Ordinal))
            .Select(static name => new ContentId(name))];
    }

    /// <inheritdoc/>
    public IEnumerable<ContentId> Settled() =>
        from opening in _disk.Folders(_paths.Kept)
        from shelf in _disk.Folders(_paths.Shelves(opening))
        from number in _disk.Files(_paths.Shelf(opening, shelf))
        let name = $"{opening}-{number}"
        where ContentPaths.IsId(name)
        select new ContentId(name);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    /// <summary>Makes sure of the bytes, then of their name.</summary>
    internal async ValueTask<ContentId> FinishAsync(ContentId id, IDiskFile file)
    {
        Problems.Explain("make bytes durable", () =>
        {
            file.Sync();
            return _disk.Move(_paths.IncomingFile(id.Value), _paths.FreshFile(id.Value));
        });
        await _freshSync.SyncAsync().ConfigureAwait(false);
        return id;
    }

    /// <summary>Throws away what is not whole.</summary>
    internal void Abandon(ContentId id) => Quietly(() =>
    {
        _disk.Delete(_paths.IncomingFile(id.Value));
        _disk.Delete(_paths.FreshFile(id.Value));
    });

    // Settling moves a file while others look for it: whoever finds it at neither place looks once more.
    private IDiskFile? Find(ContentId id)
    {
        if (!ContentPaths.IsId(id.Value)) return null;
        return _disk.Open(_paths.KeptFile(id)) ?? _disk.Open(_paths.FreshFile(id.Value))
            ?? _disk.Open(_paths.KeptFile(id));
    }

    // What was being written when the last process ended is torn, and nothing names it.
    private long Prepare()
    {
        foreach (var part in new[] { _paths.Incoming, _paths.Fresh, _paths.Kept }) _disk.MakeFolder(part);
        foreach (var torn in _disk.Files(_paths.Incoming).ToList()) _disk.Delete(_paths.IncomingFile(torn));
        return Count();
    }

    // A name is never given twice: each opening has a number of its own, durable before the first name is made of it.
    private long Count()
    {
        var prefix = Counter + ".";
        var before = _disk.Files(_paths.Folder)
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => (Name: name, Number: long.TryParse(
                name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0))
            .ToList();
        var next = before.Select(static file => file.Number).DefaultIfEmpty(0).Max() + 1;
        _disk.Create(Path.Combine(_paths.Folder, prefix + next.ToString(CultureInfo.InvariantCulture))).Dispose();
        _disk.SyncFolder(_paths.Folder);
        foreach (var (name, _) in before) _disk.Delete(Path.Combine(_paths.Folder, name));
        return next;
    }

    // What stays behind is found again by Unsettled at the next start.
    private static void Quietly(Action work)
    {
        try
        {
            work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
