using Orrery.Stores.Contents;

namespace Orrery.Tests.Unit.Services.S3.Contents;

/// <summary>
/// A disk in memory whose power can be cut. What was written to a file and not synced is torn; of what was done to
/// names since the last sync of a folder, any number of first steps may have come to be.
/// </summary>
internal sealed class ForgetfulDisk(int powerLasts = int.MaxValue) : IDisk
{
    private readonly List<(Action<Dictionary<string, Inode>> Do, bool IsSure)> _names = [];
    private Dictionary<string, Inode> _before = [];
    private Dictionary<string, Inode> _now = [];
    private int _steps;

    /// <summary>How many ways a cut could leave the names.</summary>
    public int Ways => _names.Count - _names.FindLastIndex(static n => n.IsSure);

    /// <summary>The files that there are.</summary>
    public IEnumerable<string> All => _now.Keys;

    /// <summary>The disk after the power was cut: of the steps that are not sure, the first few came to be.</summary>
    public ForgetfulDisk AfterCut(int unsure)
    {
        var sure = _names.FindLastIndex(static n => n.IsSure) + 1;
        var files = new Dictionary<string, Inode>(_before);
        foreach (var (step, _) in _names.Take(sure + unsure)) step(files);
        return new()
        {
            _before = files.ToDictionary(static f => f.Key, static f => f.Value.AfterCut()),
            _now = files.ToDictionary(static f => f.Key, static f => f.Value.AfterCut()),
        };
    }

    public void MakeFolder(string path) => Step();

    public IDiskFile Create(string path)
    {
        Step();
        var inode = new Inode(Step);
        Name(files => files.Add(path, inode));
        return inode;
    }

    public IDiskFile? Open(string path) => _now.GetValueOrDefault(path);

    public bool Move(string from, string to)
    {
        Step();
        if (!_now.TryGetValue(from, out var inode)) return false;
        Name(files =>
        {
            files.Remove(from);
            files[to] = inode;
        });
        return true;
    }

    public void Delete(string path)
    {
        Step();
        Name(files => files.Remove(path));
    }

    public IEnumerable<string> Files(string folder) => _now.Keys
        .Where(path => Path.GetDirectoryName(path) == folder).Select(path => Path.GetFileName(path)).ToList();

    public IEnumerable<string> Folders(string folder) => _now.Keys
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(path => path[(folder.Length + 1)..])
        .Where(rest => rest.Contains('/')).Select(rest => rest[..rest.IndexOf('/')]).Distinct().ToList();

    public void SyncFolder(string path)
    {
        Step();
        _names.Add((static _ => { }, true));
    }

    private void Name(Action<Dictionary<string, Inode>> step)
    {
        step(_now);
        _names.Add((step, false));
    }

    private void Step()
    {
        if (_steps++ >= powerLasts) throw new PowerCutException();
    }

    public sealed class PowerCutException : Exception;

    private sealed class Inode(Action step) : IDiskFile
    {
        private byte[] _bytes = [];
        private byte[] _sure = [];

        public long Length => _bytes.Length;

        public Inode AfterCut()
        {
            // Of what is not sure, some may be there.
            var torn = _bytes.AsSpan().SequenceEqual(_sure) ? _sure : _bytes[..(_bytes.Length / 2)];
            return new(static () => { }) { _bytes = torn, _sure = torn };
        }

        public void Write(ReadOnlySpan<byte> bytes, long at)
        {
            step();
            Array.Resize(ref _bytes, (int)Math.Max(_bytes.Length, at + bytes.Length));
            bytes.CopyTo(_bytes.AsSpan((int)at));
        }

        public int Read(Span<byte> into, long at)
        {
            var count = (int)Math.Clamp(_bytes.Length - at, 0, into.Length);
            _bytes.AsSpan((int)Math.Min(at, _bytes.Length), count).CopyTo(into);
            return count;
        }

        public void Sync()
        {
            step();
            _sure = [.. _bytes];
        }

        public void Dispose()
        {
        }
    }
}
