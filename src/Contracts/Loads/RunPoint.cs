namespace Orrery.Contracts.Loads;

/// <summary>What a set of instances did in a while, on average.</summary>
/// <param name="At">Its beginning.</param>
/// <param name="Instances">How many ran.</param>
/// <param name="Utilization">How much of their vCPUs was busy, 0 to 1; null where none ran.</param>
/// <param name="Requests">Requests a second that were asked of them; what nobody was there for, too.</param>
/// <param name="Served">Requests a second that were served; the others failed.</param>
/// <param name="Cost">What the instances cost in this while, in USD: On-Demand Linux, or the Spot price.</param>
public sealed record RunPoint(
    DateTimeOffset At, double Instances, double? Utilization, double Requests, double Served, decimal Cost);
