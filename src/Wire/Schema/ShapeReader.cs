using System.Runtime.CompilerServices;

namespace Orrery.Wire.Schema;

/// <summary>
/// What generated shapes read their members from. It checks every constraint of the model on the way and collects
/// what is
/// broken, so that all of it can be reported at once.
/// </summary>
public sealed class ShapeReader
{
    /// <summary>How deep values may nest.</summary>
    public const int MaxDepth = 100;

    private readonly ShapeSource _source;
    private readonly ConstraintChecker _checker;
    private readonly List<Frame> _frames = [];
    private MemberSchema _member;

    internal ShapeReader(ShapeSource source, MemberSchema root, ConstraintChecker checker)
    {
        _source = source;
        _member = root;
        _checker = checker;
    }

    /// <summary>The constraints that what was read so far breaks.</summary>
    public IReadOnlyList<Violation> Violations => _checker.Violations;

    /// <summary>Enters a structure; <see cref="NextMember"/> then gives its members and leaves it.</summary>
    public void BeginStructure(ShapeSchema shape)
    {
        _source.BeginStructure(_frames.Count == 0 ? null : _member, shape);
        Push(new Frame(shape, _member));
    }

    /// <summary>The index of the next member that is set; false at the structure's end.</summary>
    public bool NextMember(out int index)
    {
        var frame = _frames[^1];
        while (_source.NextMember(frame.Shape!, out var unknown) is var next)
        {
            if (unknown is not null)
            {
                _frames[^1] = frame with { Current = null };
                _checker.Unknown(this, unknown);
                continue;
            }

            if (next is null) break;
            _member = next;
            frame.Seen |= UInt128.One << next.Index;
            index = next.Index;
            _frames[^1] = frame with { Current = next };
            return true;
        }

        _frames[^1] = frame with { Current = null };
        _checker.EndStructure(this, frame.Shape!, frame.Seen);
        _member = frame.Self;
        _frames.RemoveAt(_frames.Count - 1);
        index = -1;
        return false;
    }

    /// <summary>Reads a text.</summary>
    public string ReadText()
    {
        if (_member.Target.Kind is ShapeKind.Document) return _source.Document(_member);
        return _checker.Text(this, _member, _source.Text(_member));
    }

    /// <summary>Reads an enumeration's value as its number; null for a value that the model does not know.</summary>
    public int? ReadEnum()
    {
        var index = _member.Target.EnumIndex(ReadText());
        return index < 0 ? null : index;
    }

    /// <summary>Reads a 32-bit integer.</summary>
    public int ReadInteger() => (int)_checker.Integer(this, _member, _source.Integer(_member));

    /// <summary>Reads a 64-bit integer.</summary>
    public long ReadLong() => _checker.Integer(this, _member, _source.Integer(_member));

    /// <summary>Reads a 32-bit float.</summary>
    public float ReadFloat() => (float)_checker.Number(this, _member, _source.Number(_member));

    /// <summary>Reads a 64-bit float.</summary>
    public double ReadDouble() => _checker.Number(this, _member, _source.Number(_member));

    /// <summary>Reads true or false.</summary>
    public bool ReadBoolean() => _source.Boolean(_member);

    /// <summary>Reads an instant.</summary>
    public DateTimeOffset ReadTimestamp() => _source.Timestamp(_member);

    /// <summary>Reads bytes.</summary>
    public ReadOnlyMemory<byte> ReadBlob() => _checker.Blob(this, _member, _source.Blob(_member));

    /// <summary>Takes a streamed body.</summary>
    public Stream ReadStream() => _source.Stream(_member);

    /// <summary>Reads a list.</summary>
    public IReadOnlyList<T> ReadList<T>(Func<ShapeReader, T> element)
    {
        var (list, items) = (_member, new List<T>());
        _source.BeginList(list);
        Push(new Frame(null, list));
        while (_source.NextElement())
        {
            _member = list.Target.Element!;
            _frames[^1] = _frames[^1] with { Current = _member, Index = items.Count + 1 };
            items.Add(element(this));
        }

        Pop(list);
        _checker.Count(this, list, items.Count);
        return items;
    }

    /// <summary>Reads a list of an enumeration's values.</summary>
    public IReadOnlyList<T> ReadEnums<T>()
        where T : struct, Enum => ReadList(static reader => Unsafe.BitCast<int, T>(reader.ReadEnum() ?? -1));

    /// <summary>Reads a map.</summary>
    public IReadOnlyDictionary<string, T> ReadMap<T>(Func<ShapeReader, T> value)
    {
        var (map, entries) = (_member, new Dictionary<string, T>(StringComparer.Ordinal));
        _source.BeginMap(map);
        Push(new Frame(null, map));
        while (_source.NextKey() is { } key)
        {
            _member = map.Target.Key!;
            _frames[^1] = _frames[^1] with { Current = _member, Key = key };
            _checker.Text(this, _member, key);
            _member = map.Target.Value!;
            _frames[^1] = _frames[^1] with { Current = _member };
            entries[key] = value(this);
        }

        Pop(map);
        _checker.Count(this, map, entries.Count);
        return entries;
    }

    /// <summary>The way from the request to where the reader stands.</summary>
    internal IReadOnlyList<PathStep> Path(MemberSchema? last = null, string? unknown = null)
    {
        var steps = new List<PathStep>(_frames.Count + 1);
        foreach (var frame in _frames)
        {
            if (frame.Current is { } at) steps.Add(new PathStep(at, frame.Key ?? NameOf(at), frame.Index));
        }

        if (unknown is not null) steps.Add(new PathStep(null, unknown, 0));
        else if (last is not null) steps.Add(new PathStep(last, last.Name, 0));
        return steps;
    }

    private static string? NameOf(MemberSchema member) => member.Role is MemberRole.Member ? member.Name : null;

    private void Push(Frame frame)
    {
        if (_frames.Count >= MaxDepth) throw WireErrors.TooDeep();
        _frames.Add(frame);
    }

    private void Pop(MemberSchema self)
    {
        _frames.RemoveAt(_frames.Count - 1);
        _member = self;
    }

    private record struct Frame(ShapeSchema? Shape, MemberSchema Self)
    {
        public UInt128 Seen { get; set; }

        public MemberSchema? Current { get; set; }

        public string? Key { get; init; }

        public int Index { get; init; }
    }
}
