namespace Orrery.Bench.Report;

/// <summary>The middle of several runs.</summary>
public static class Median
{
    /// <summary>The middle value; the mean of the two middle ones of an even count.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
