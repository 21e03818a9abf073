namespace Orrery.Engines.Policies.Documents;

/// <summary>Counts lines up to places that only go forward.</summary>
internal sealed class LineCounter(byte[] text)
{
    private long _place;
    private int _line = 1;

    /// <summary>The line of a place, from 1; no place may lie before the one asked for last.</summary>
    public int At(long place)
    {
        for (; _place < place; _place++)
        {
            if (text[_place] == (byte)'\n') _line++;
        }

        return _line;
    }
}
