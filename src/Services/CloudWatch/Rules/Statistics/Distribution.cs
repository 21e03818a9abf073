namespace Orrery.Services.CloudWatch.Rules.Statistics;

/// <summary>Lists of values with their weights.</summary>
internal static class Distribution
{
    /// <summary>Two values in one bin differ by less than one percent.</summary>
    private static readonly double BinWidth = Math.Log(1.01);

    /// <summary>In order, each value once.</summary>
    public static List<Weighted> Sorted(List<Weighted> values)
    {
        values.Sort(static (left, right) => left.Value.CompareTo(right.Value));
        var sorted = new List<Weighted>(values.Count);
        foreach (var each in values)
        {
            if (sorted.Count > 0 && sorted[^1].Value == each.Value)
                sorted[^1] = new(each.Value, sorted[^1].Weight + each.Weight);
            else
                sorted.Add(each);
        }

        return sorted;
    }

    /// <summary>Values within one percent of one another become their mean. The input is in order.</summary>
    public static List<Weighted> Condensed(IReadOnlyList<Weighted> sorted)
    {
        var bins = new List<Weighted>();
        var last = 0L;
        foreach (var (value, weight) in sorted)
        {
            var bin = BinOf(value);
            if (bins.Count > 0 && bin == last)
            {
                var (mean, sum) = bins[^1];
                bins[^1] = new(((mean * sum) + (value * weight)) / (sum + weight), sum + weight);
            }
            else
            {
                bins.Add(new(value, weight));
            }

            last = bin;
        }

        return bins;
    }

    private static long BinOf(double value) =>
        value == 0 ? 0 : Math.Sign(value) * (long)(Math.Floor(Math.Log(Math.Abs(value)) / BinWidth) + 1_000_000);
}
