using System.Buffers.Binary;

namespace Orrery.CodeGen.Layout;

/// <summary>
/// The pointers between writable data that no relocation tells of: the compiler writes distances within one section
/// itself. Four kinds of pieces hold such at what moves. Each is held against what is known of it; where one does not
/// fit, nothing moves.
/// </summary>
internal sealed class NearPointers
{
    private const int Head = 24;
    private readonly Pieces _pieces;
    private readonly Dictionary<int, Piece> _at;
    private readonly List<NearPointer> _found = [];

    private NearPointers(Pieces pieces)
    {
        _pieces = pieces;
        _at = pieces.All.ToDictionary(each => each.Place);
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NearPointer> Of(Pieces pieces)
    {
        var pointers = new NearPointers(pieces);
        foreach (var piece in pieces.All) pointers.Search(piece);
        return pointers._found;
    }

    private void Search(Piece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Type: SearchType(piece); break;
            case PieceKind.Arguments: SearchWords(piece, piece.Place); break;
            case PieceKind.Cell: SearchCell(piece); break;
            case PieceKind.Handlers: SearchHandlers(piece); break;
            default: break;
        }
    }

    // A head of 24 bytes, a pointer for each virtual method and each interface, then distances, the module's first.
    private void SearchType(Piece piece)
    {
        var counts = _pieces.Word(piece.Place + 16);
        var tail = piece.Place + Head + 8 * ((counts & 0xffff) + (int)((uint)counts >> 16));
        if (tail >= piece.End || Target(tail).Name != "__typemanager_indirection")
            throw new LayoutException($"{piece.Name} is not a type's table as it is known here");
        SearchWords(piece, tail);
    }

    // Every word is a distance, a relocation, or fills up. Of the last of a kind only the beginning is surely its own.
    private void SearchWords(Piece piece, int from)
    {
        for (var place = from; place + 4 <= piece.End; place += 4)
        {
            if (_pieces.IsRelocated(place) || _pieces.Word(place) == 0) continue;
            if (!_at.ContainsKey(place + _pieces.Word(place)))
            {
                if (!piece.Whole) return;
                throw new LayoutException($"{piece.Name} points at nothing");
            }
            _found.Add(new(place, place + _pieces.Word(place), 0));
        }
    }

    // A pointer to code, the distance of the interface with flags in its lowest bits, the number of the method.
    private void SearchCell(Piece piece)
    {
        var place = piece.Place + 8;
        if (_pieces.IsRelocated(place)) return;
        var target = place + _pieces.Word(place);
        if (!_at.TryGetValue(target & ~7, out var type) || type.Kind != PieceKind.Type)
            throw new LayoutException($"{piece.Name} is of no interface");
        _found.Add(new(place, target & ~7, target & 7));
    }

    // A count, then of each: where its block begins, how long it is and of which kind, where its code is; what follows
    // that is the distance of the exception's type, or for a filter its place, or nothing.
    private void SearchHandlers(Piece piece)
    {
        var place = piece.Place;
        for (var left = Number(ref place); left > 0; left--)
        {
            _ = Number(ref place);
            var kind = Number(ref place) & 3;
            _ = Number(ref place);
            if (kind == 2) _ = Number(ref place);
            if (kind != 0) continue;
            if (Target(place).Kind != PieceKind.Type)
                throw new LayoutException($"{piece.Name} handles what is no type");
            _found.Add(new(place, place + _pieces.Word(place), 0));
            place += 4;
        }
        if (place > piece.End) throw new LayoutException($"{piece.Name} is longer than its place");
    }

    // One to five bytes: as many low bits are set as there are bytes more.
    private uint Number(ref int place)
    {
        var bytes = _pieces.Data.AsSpan(place, 5);
        var more = Math.Min(4, System.Numerics.BitOperations.TrailingZeroCount(~(uint)bytes[0]));
        place += more + 1;
        if (more == 4) return BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..]);
        uint value = 0;
        for (var i = more; i >= 0; i--) value = (value << 8) | bytes[i];
        return value >> (more + 1);
    }

    private Piece Target(int place) =>
        _at.TryGetValue(place + _pieces.Word(place), out var piece) ? piece : default;
}
