namespace Orrery.Contracts.Loads;

/// <summary>A minute of an instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Minute">The beginning of the minute.</param>
/// <param name="Utilization">How much of its vCPUs is busy, 0 to 1.</param>
/// <param name="Requests">Requests a second that it is asked.</param>
/// <param name="Errors">Requests a second that fail.</param>
/// <param name="Latency">Seconds that a mean request takes.</param>
/// <param name="CreditBalance">Its CPU credits; null where its type has none.</param>
/// <param name="SurplusCredits">Credits spent in advance.</param>
public sealed record InstanceLoad(
    string InstanceId, DateTimeOffset Minute, double Utilization, double Requests, double Errors, double Latency,
    double? CreditBalance, double? SurplusCredits);
