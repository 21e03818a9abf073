namespace Orrery.Host.Logging;

/// <summary>
/// The calls that were denied last. They are no part of a world, which a denied call does not change: who stops Orrery
/// loses them.
/// </summary>
internal sealed class Denials
{
    /// <summary>How many are kept.</summary>
    public const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<Denial> _kept = [];

    /// <summary>Keeps one.</summary>
    public void Note(Denial denial)
    {
        lock (_gate)
        {
            if (_kept.Count == Most) _kept.Dequeue();
            _kept.Enqueue(denial);
        }
    }

    /// <summary>Those of a world, the last first.</summary>
    public IReadOnlyList<Denial> Of(string world)
    {
        lock (_gate) return [.. _kept.Where(denial => denial.World == world).Reverse()];
    }
}
