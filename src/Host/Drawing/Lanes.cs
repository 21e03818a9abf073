namespace Orrery.Host.Drawing;

/// <summary>Gives lines that run side by side a lane each; lines that do not meet share one.</summary>
internal sealed class Lanes
{
    private const int Distance = 12;

    private readonly List<List<(int From, int To)>> _taken = [];

    /// <summary>How many lanes are taken.</summary>
    public int Count => _taken.Count;

    /// <summary>The first lane that is free from one x to another.</summary>
    public int Take(int from, int to)
    {
        for (var lane = 0; ; lane++)
        {
            if (lane == _taken.Count) _taken.Add([]);
            if (_taken[lane].Any(t => from < t.To + Distance && t.From < to + Distance)) continue;
            _taken[lane].Add((from, to));
            return lane;
        }
    }
}
