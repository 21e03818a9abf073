namespace Orrery.Engines.Load.Shapes;

/// <summary>What was recorded: each point holds until the next, the last for ever; nothing before the first.</summary>
/// <param name="points">Minute and rate, in order of time; of several in a minute the last counts.</param>
public sealed class TraceShape(IReadOnlyList<KeyValuePair<long, double>> points) : Shape
{
    /// <inheritdoc/>
    public override double RateAt(long minute)
    {
        var (low, high) = (0, points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (points[middle].Key <= minute) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? 0 : points[low - 1].Value;
    }
}
