namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>
/// The steps of a step scaling policy. Source: EC2 Auto Scaling User Guide, "Step and simple scaling policies", Step
/// adjustments; API Reference, StepAdjustment.
/// </summary>
public static class StepRules
{
    /// <summary>Says what is wrong with the steps of a policy; null where they are valid.</summary>
    public static string? Flaw(IReadOnlyList<StepInterval> steps)
    {
        if (steps.Count == 0) return "a policy has at least one step";
        if (steps.Any(s => s.Lower is null && s.Upper is null)) return "a step has at least one bound";
        if (steps.Any(s => s.Lower >= s.Upper)) return "the upper bound of a step is greater than its lower bound";
        if (steps.Count(s => s.Lower is null) > 1) return "only one step may have no lower bound";
        if (steps.Count(s => s.Upper is null) > 1) return "only one step may have no upper bound";
        var sorted = steps.OrderBy(s => s.Lower ?? double.NegativeInfinity).ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            var (end, begin) = (sorted[i - 1].Upper ?? double.PositiveInfinity, sorted[i].Lower);
            if (end > begin) return "steps overlap";
            if (end < begin) return "there is a gap between steps";
        }

        if (sorted[0].Lower < 0) return "with a negative lower bound there is a step without a lower bound";
        return sorted[^1].Upper > 0 ? "with a positive upper bound there is a step without an upper bound" : null;
    }

    /// <summary>
    /// The step that a breach falls in; null where there is none. Above the threshold the lower bound belongs to a
    /// step, below it the upper one. At the threshold the alarm's direction counts (guessed).
    /// </summary>
    public static StepInterval? Find(IReadOnlyList<StepInterval> steps, Breach breach)
    {
        var distance = breach.Metric - breach.Threshold;
        var isAbove = distance > 0 || (distance == 0 && breach.Above);
        foreach (var step in steps)
        {
            var (lower, upper) = (step.Lower ?? double.NegativeInfinity, step.Upper ?? double.PositiveInfinity);
            if (isAbove ? lower <= distance && distance < upper : lower < distance && distance <= upper) return step;
        }

        return null;
    }
}
