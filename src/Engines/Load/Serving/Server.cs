using Orrery.Engines.Load.Credits;

namespace Orrery.Engines.Load.Serving;

/// <summary>Sets what is asked of an instance against what it can do, minute by minute.</summary>
public static class Server
{
    /// <summary>What an idle instance uses for itself, in vCPUs. Ours: AWS tells no such figure.</summary>
    public const double Background = 0.004;

    /// <summary>One minute.</summary>
    /// <param name="at">The minute.</param>
    /// <param name="capacity">What the instance can do.</param>
    /// <param name="before">Its credits when the minute begins.</param>
    /// <param name="demand">What is asked of it.</param>
    public static Minute Serve(long at, Capacity capacity, in CreditState before, in Demand demand)
    {
        var plan = capacity.Credits;
        var allowance = plan is null ? capacity.Vcpus : CreditRules.Allowance(plan, before);
        var background = Math.Min(Background, allowance);
        var room = allowance - background;
        var served = Math.Min(1, Math.Min(
            Share(room, demand.Cpu),
            Share(capacity.BytesPerSecond, Math.Max(demand.BytesIn, demand.BytesOut))));
        var minute = new Minute(at, capacity, allowance, demand, served);
        if (demand.MemorySeconds > 0)
        {
            // By Little's law so much memory is in use; requests for which there is none fail.
            var seconds = Queueing.Latency(minute, demand.Cpu / demand.Requests);
            served = Math.Min(served, Share(capacity.MemoryMb, demand.MemorySeconds * seconds));
        }

        var busy = background + (demand.Cpu * served);
        var after = plan is null ? before : CreditRules.Spend(plan, before, busy);
        return minute with
        {
            Served = served, Busy = busy, Credits = after, NewCharge = after.Charged - before.Charged,
        };
    }

    private static double Share(double room, double wanted) => wanted <= room ? 1 : room / wanted;
}
