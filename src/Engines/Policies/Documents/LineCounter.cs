namespace Orrery.Engines.Policies.Documents;

/// <summary>Counts lines up to places that only go forward.</summary>
internal sealed class LineCounter(byte[] text)
{
    private long _place;
    private int _line = 1;
    private long _start;

    /// <summary>The line of a place, from 1; no place may lie before the one asked for last.</summary>
    public int At(long place)
    {
        for (; _place < place; _place++)
        {
            if (text[_place] != (byte)'\n') continue;
            _line++;
            _start = _place + 1;
        }

        return _line;
    }

    /// <summary>A place with its line and column; as little may it lie before the one asked for last.</summary>
    public TextPlace PlaceOf(long place) => new(At(place), (int)(place - _start), (int)place);
}
