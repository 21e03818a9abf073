namespace Orrery.Engines.Scaling.Predictive;

/// <summary>
/// What a unit of load presses on one unit of capacity: the metric that is held at a target is this ratio times the
/// load, divided by the capacity. It is learned from the past. AWS says only that the scaling metric is inversely
/// proportional to capacity (EC2 Auto Scaling User Guide, "Advanced predictive scaling policy configurations using
/// custom metrics"); how it learns is guessed.
/// </summary>
public static class LoadRatio
{
    /// <summary>The ratio; null where no hour has both.</summary>
    /// <param name="loads">The load of each hour.</param>
    /// <param name="needs">The metric of each hour times the capacity that it had.</param>
    public static double? Of(IEnumerable<double?> loads, IEnumerable<double?> needs)
    {
        var (load, need) = (0.0, 0.0);
        foreach (var (one, other) in loads.Zip(needs))
        {
            if (one is not { } l || other is not { } n) continue;
            load += l;
            need += n;
        }

        return load > 0 && need > 0 ? need / load : null;
    }
}
