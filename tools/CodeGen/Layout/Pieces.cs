using System.Buffers.Binary;

namespace Orrery.CodeGen.Layout;

/// <summary>The writable data, piece by piece.</summary>
internal sealed class Pieces
{
    private const uint HoldsReferences = 0x0100_0000;
    private readonly bool[] _relocated;

    private Pieces(ObjectFile file)
    {
        Data = file.Data;
        _relocated = new bool[file.Data.Length / 4 + 2];
        for (var at = 0; at < file.Relocations.Length; at += ObjectFile.Entry) Note(file.Relocations.AsSpan(at));
        All = Split(file.Symbols);
    }

    /// <summary>All pieces, by their place.</summary>
    public IReadOnlyList<Piece> All { get; }

    /// <summary>The bytes.</summary>
    public byte[] Data { get; }

    /// <summary>The pieces of that file.</summary>
    public static Pieces Of(ObjectFile file) => new(file);

    /// <summary>Whether the linker will write there.</summary>
    public bool IsRelocated(int place) => _relocated[place / 4];

    /// <summary>Four bytes.</summary>
    public int Word(int place) => BinaryPrimitives.ReadInt32LittleEndian(Data.AsSpan(place));

    private void Note(ReadOnlySpan<byte> relocation)
    {
        var place = checked((int)BinaryPrimitives.ReadInt64LittleEndian(relocation));
        var type = BinaryPrimitives.ReadInt32LittleEndian(relocation[8..]);
        if (place % 4 != 0) throw new LayoutException("a pointer is not aligned");
        _relocated[place / 4] = true;
        // A whole pointer is eight bytes; these are its numbers on x64 and on arm64.
        if (type is 1 or 257) _relocated[place / 4 + 1] = true;
    }

    private List<Piece> Split(Symbol[] symbols)
    {
        // Of two names of one place the last tells the kind: the first cell is also the beginning of all cells.
        Symbol[] each =
            [.. symbols.Where((symbol, i) => i + 1 == symbols.Length || symbols[i + 1].Place != symbol.Place)];
        PieceKind[] kinds = [.. each.Select(symbol => Piece.KindOf(symbol.Name))];
        var pieces = new List<Piece>(each.Length);
        for (int from = 0, to; from < each.Length; from = to)
        {
            for (to = from + 1; to < each.Length && kinds[to] == kinds[from]; to++) { }
            var headers = HeadersOf(kinds[from], each.AsSpan(from, to - from));
            for (var i = from; i < to; i++)
            {
                var last = i + 1 == to;
                var end = last ? to < each.Length ? each[to].Place : Data.Length
                    : each[i + 1].Place - (headers?[i + 1 - from] ?? 0);
                var start = each[i].Place - (headers?[i - from] ?? 0);
                pieces.Add(new(each[i].Name, kinds[i], start, each[i].Place, end, !last && headers is not null));
            }
        }
        return pieces;
    }

    // How many bytes precede each symbol of a run of one kind; null where that is not known.
    private int[]? HeadersOf(PieceKind kind, ReadOnlySpan<Symbol> run) => kind switch
    {
        PieceKind.Type => ReferencesOf(run),
        PieceKind.Dictionary => HashesOf(run),
        _ => new int[run.Length],
    };

    // A method's dictionary is preceded by a hash code of four bytes and as many zeros, a type's by nothing. Those of
    // methods lie together, and those of types: what is so of most is so of all, for a hash code can be zero.
    private int[] HashesOf(ReadOnlySpan<Symbol> run)
    {
        var headers = new int[run.Length];
        var hashes = 0;
        foreach (var symbol in run) hashes += IsHash(symbol.Place - 8) && Word(symbol.Place - 8) != 0 ? 1 : 0;
        if (hashes * 2 < run.Length) return headers;
        foreach (var symbol in run)
            if (!IsHash(symbol.Place - 8)) throw new LayoutException($"{symbol.Name} has no hash code");
        Array.Fill(headers, 8);
        return headers;
    }

    // Before the table of a type stands where its objects hold references, unless no object of it is made: such lie
    // together too. It is a count of runs, then each run. A count below zero is that of runs within one element of an
    // array, and one word more tells where the elements begin.
    private int[]? ReferencesOf(ReadOnlySpan<Symbol> run)
    {
        var headers = new int[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            var place = run[i].Place;
            if (((uint)Word(place) & HoldsReferences) == 0) continue;
            var runs = BinaryPrimitives.ReadInt64LittleEndian(Data.AsSpan(place - 8));
            if (runs is 0 or < -4096 or > 4096) return null;
            headers[i] = (int)(runs > 0 ? 8 + runs * 16 : 16 - runs * 8);
            if (headers[i] > place) return null;
            for (var at = place - headers[i]; at < place; at += 4)
                if (IsRelocated(at)) return null;
        }
        return headers;
    }

    private bool IsHash(int place) => !IsRelocated(place) && !IsRelocated(place + 4) && Word(place + 4) == 0;
}
