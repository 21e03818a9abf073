using System.Buffers.Binary;

namespace Orrery.CodeGen.Layout;

/// <summary>Moves pieces of the writable data of an object file, and all that points at them along.</summary>
public static class Rearrangement
{
    /// <summary>Puts what is wanted first, in that order; names that are not there do not count.</summary>
    /// <returns>How many are there.</returns>
    public static int Apply(ObjectFile file, IReadOnlyList<string> wanted)
    {
        var rank = new Dictionary<string, int>(wanted.Count);
        for (var i = 0; i < wanted.Count; i++) rank.TryAdd(wanted[i], i);
        var pieces = Pieces.Of(file);
        var pointers = NearPointers.Of(pieces);
        var placement = Placement.Of(pieces, rank);
        // All is held against what is known before anything is written.
        var data = Moved(file.Data, placement);
        foreach (var pointer in pointers) Write(data, placement, pointer);
        MoveRelocations(file, placement);
        MoveSymbols(file, placement);
        data.CopyTo(file.Data, 0);
        return placement.Wanted;
    }

    private static byte[] Moved(byte[] data, Placement placement)
    {
        var moved = (byte[])data.Clone();
        for (var place = 0; place < data.Length; place += 8)
        {
            var to = placement.At(place);
            if (to != place) data.AsSpan(place, 8).CopyTo(moved.AsSpan(to));
        }
        return moved;
    }

    private static void Write(byte[] data, Placement placement, NearPointer pointer)
    {
        var at = placement.At(pointer.At);
        BinaryPrimitives.WriteInt32LittleEndian(
            data.AsSpan(at), placement.OfSymbol(pointer.Target) + pointer.Flags - at);
    }

    private static void MoveRelocations(ObjectFile file, Placement placement)
    {
        for (var at = 0; at < file.Relocations.Length; at += ObjectFile.Entry)
        {
            var entry = file.Relocations.AsSpan(at, ObjectFile.Entry);
            var symbol = BinaryPrimitives.ReadInt32LittleEndian(entry[12..]);
            var addend = (int)BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
            if (addend != 0 && file.IsData(symbol))
            {
                var target = (int)BinaryPrimitives.ReadInt64LittleEndian(
                    file.SymbolTable.AsSpan(symbol * ObjectFile.Entry + 8));
                if (placement.At(target + addend) != placement.OfSymbol(target) + addend)
                    throw new LayoutException("something points from one piece into another");
            }
            Move(entry, placement.At);
        }
    }

    private static void MoveSymbols(ObjectFile file, Placement placement)
    {
        for (var i = 0; i < file.SymbolTable.Length / ObjectFile.Entry; i++)
            if (file.IsData(i)) Move(file.SymbolTable.AsSpan(i * ObjectFile.Entry + 8), placement.OfSymbol);
    }

    private static void Move(Span<byte> place, Func<int, int> to) => BinaryPrimitives.WriteInt64LittleEndian(
        place, to(checked((int)BinaryPrimitives.ReadInt64LittleEndian(place))));
}
