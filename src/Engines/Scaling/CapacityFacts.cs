namespace Orrery.Engines.Scaling;

/// <summary>
/// What a group has, in its units. Source: EC2 Auto Scaling User Guide, "Step and simple scaling policies", Instance
/// warm-up: what warms up does not count when scaling out, what terminates counts when scaling in.
/// </summary>
/// <param name="Desired">What it desires.</param>
/// <param name="Ready">What is in service and has warmed up.</param>
/// <param name="WarmingUp">What is being launched or warms up.</param>
/// <param name="Terminating">What is on its way out.</param>
public readonly record struct CapacityFacts(int Desired, int Ready, int WarmingUp = 0, int Terminating = 0)
{
    /// <summary>A group at rest: it has what it desires.</summary>
    public static CapacityFacts AtRest(int capacity) => new(capacity, capacity);

    /// <summary>The current capacity of a policy that scales out.</summary>
    public int ForOut => Ready;

    /// <summary>The current capacity of a policy that scales in.</summary>
    public int ForIn => Ready + WarmingUp + Terminating;

    /// <summary>Whether a scale-out is under way, which holds back what would scale in.</summary>
    public bool IsScalingOut => WarmingUp > 0;
}
