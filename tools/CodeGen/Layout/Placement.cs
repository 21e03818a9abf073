namespace Orrery.CodeGen.Layout;

/// <summary>Where each piece goes: what is wanted to the front of its kind, the others after it as they were.</summary>
internal sealed class Placement
{
    private readonly int[] _moved;
    private readonly Dictionary<int, int> _symbols = [];

    private Placement(int size)
    {
        _moved = [.. Enumerable.Range(0, size / 8 + 1).Select(each => each * 8)];
    }

    /// <summary>How many pieces lie at the front.</summary>
    public int Wanted { get; private set; }

    /// <summary>Places the pieces; rank tells the order of those that are wanted.</summary>
    public static Placement Of(Pieces pieces, IReadOnlyDictionary<string, int> rank)
    {
        var placement = new Placement(pieces.Data.Length);
        for (int from = 0, to; from < pieces.All.Count; from = to)
        {
            // The last of a run stays where it is: its end is not known.
            for (to = from; to < pieces.All.Count && pieces.All[to].Whole; to++) { }
            if (pieces.All[from].Kind is PieceKind.Type or PieceKind.Dictionary)
                placement.Arrange([.. pieces.All.Skip(from).Take(to - from)], rank);
            to++;
        }
        return placement;
    }

    /// <summary>Where the bytes at that place go.</summary>
    public int At(int place) => _moved[place / 8] + place % 8;

    /// <summary>
    /// Where a symbol goes: along with its piece. That of a dictionary without entries stands where the next begins.
    /// </summary>
    public int OfSymbol(int place) => _symbols.TryGetValue(place, out var to) ? to : At(place);

    private void Arrange(Piece[] run, IReadOnlyDictionary<string, int> rank)
    {
        if (run.Length == 0) return;
        var next = run[0].Start;
        foreach (var piece in run.OrderBy(each => rank.GetValueOrDefault(each.Name, int.MaxValue)))
        {
            if (piece.Start % 8 != 0 || piece.End % 8 != 0) throw new LayoutException($"{piece.Name} is not aligned");
            Wanted += rank.ContainsKey(piece.Name) ? 1 : 0;
            _symbols.Add(piece.Place, next + piece.Place - piece.Start);
            for (var place = piece.Start; place < piece.End; place += 8, next += 8) _moved[place / 8] = next;
        }
    }
}
