using Orrery.Engines.Load.Credits;

namespace Orrery.Engines.Load.Serving;

/// <summary>What an instance did in a minute.</summary>
/// <param name="At">The minute.</param>
/// <param name="Capacity">What it could do at best.</param>
/// <param name="Allowance">The vCPUs that it had: all, or as many as its credits allowed.</param>
/// <param name="Demand">What was asked of it, a second.</param>
/// <param name="Served">The share of the requests that it served, 0 to 1; the others failed.</param>
public readonly record struct Minute(long At, Capacity Capacity, double Allowance, Demand Demand, double Served)
{
    /// <summary>Its credits at the end of the minute.</summary>
    public CreditState Credits { get; init; }

    /// <summary>Surplus credits that began to be charged for.</summary>
    public double NewCharge { get; init; }

    /// <summary>The vCPUs that were busy, on average: with the background, also the credits spent.</summary>
    public double Busy { get; init; }

    /// <summary>Whether it could not serve all.</summary>
    public bool Saturated => Served < 1;

    /// <summary>The share of all its vCPUs that was busy, 0 to 1.</summary>
    public double Utilization => Busy / Capacity.Vcpus;

    /// <summary>Requests served a second.</summary>
    public double Throughput => Demand.Requests * Served;

    /// <summary>Requests that failed, a second.</summary>
    public double Errors => Demand.Requests * (1 - Served);

    /// <summary>Seconds that a request of a cost takes, with its wait.</summary>
    public double LatencyOf(double cpuSeconds) => Queueing.Latency(this, cpuSeconds);
}
