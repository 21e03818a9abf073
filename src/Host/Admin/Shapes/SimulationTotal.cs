namespace Orrery.Host.Admin.Shapes;

/// <summary>A group over a whole simulation.</summary>
/// <param name="InstanceHours">Hours of instances that ran.</param>
/// <param name="Cost">What they cost, in USD.</param>
/// <param name="Failed">The share of the requests that failed, 0 to 1.</param>
/// <param name="Cpu">CPU utilization in percent, on average of the instances; null where none ran.</param>
/// <param name="Least">The fewest in service.</param>
/// <param name="Most">The most in service.</param>
/// <param name="Changes">How often the desired capacity was another one than a step before.</param>
public sealed record SimulationTotal(
    double InstanceHours, decimal Cost, double Failed, double? Cpu, int Least, int Most, int Changes);
