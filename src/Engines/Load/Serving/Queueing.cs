namespace Orrery.Engines.Load.Serving;

/// <summary>
/// How long requests wait: M/M/c, the vCPUs being c servers with one queue. With a = offered work in vCPUs and Erlang's
/// C(c, a) the probability of a wait, the mean wait is C(c, a) · S / (c − a), S being the mean service time. Source:
/// Kleinrock, Queueing Systems I, section 3.5. An instance that its credits hold back has c slower servers.
/// </summary>
public static class Queueing
{
    /// <summary>
    /// From here on the wait grows no more: what exceeds the capacity fails. Ours: a bounded queue in front of the
    /// server.
    /// </summary>
    public const double Fullest = 0.99;

    /// <summary>Seconds that a request takes, with its wait.</summary>
    /// <param name="minute">What the instance does.</param>
    /// <param name="cpuSeconds">What the request costs.</param>
    public static double Latency(in Minute minute, double cpuSeconds)
    {
        var servers = minute.Capacity.Vcpus;
        var speed = Math.Max(minute.Allowance, 1e-9) / servers;
        var demand = minute.Demand;
        if (demand.Requests <= 0 || demand.Cpu <= 0)
        {
            return cpuSeconds / speed;
        }

        var mean = demand.Cpu / demand.Requests / speed;
        var offered = Math.Min(demand.Cpu / speed, Fullest * servers);
        return (cpuSeconds / speed) + (ErlangC(servers, offered) * mean / (servers - offered));
    }

    /// <summary>The probability that all servers are busy, by the recurrence of Erlang's B.</summary>
    public static double ErlangC(int servers, double offered)
    {
        var blocked = 1.0;
        for (var k = 1; k <= servers; k++)
        {
            blocked = offered * blocked / (k + (offered * blocked));
        }

        return blocked / (1 - (offered / servers * (1 - blocked)));
    }
}
