namespace Orrery.Host.Admin.Shapes;

/// <summary>A step of a group: averages, except for what is desired and in service, which are of its end.</summary>
/// <param name="At">When it began.</param>
/// <param name="Demand">Requests a second that were asked.</param>
/// <param name="Desired">What the group desired.</param>
/// <param name="InService">What it had in service.</param>
/// <param name="Cpu">CPU utilization in percent; null where nothing ran.</param>
/// <param name="Errors">Requests a second that failed.</param>
/// <param name="Cost">What its instances cost in this step, in USD.</param>
public sealed record SimulationPoint(
    DateTimeOffset At, double Demand, int Desired, int InService, double? Cpu, double Errors, decimal Cost);
