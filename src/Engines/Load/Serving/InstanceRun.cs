using Orrery.Engines.Load.Credits;

namespace Orrery.Engines.Load.Serving;

/// <summary>
/// The life of an instance under its loads: a fold over its minutes, worked out when asked. Without credits any minute
/// stands for itself; with them the fold begins where the instance did.
/// </summary>
/// <param name="spans">When it ran, in order of time.</param>
/// <param name="loads">Its loads.</param>
public sealed class InstanceRun(IReadOnlyList<RunningSpan> spans, IEnumerable<LoadShare> loads)
{
    private readonly LoadShare[] _loads = [.. loads];

    /// <summary>A minute that it runs through with processors of its own: what was before does not matter.</summary>
    public Minute At(long minute, Capacity capacity) => Server.Serve(minute, capacity, default, DemandAt(minute));

    /// <summary>The minutes that it ran, from one (included) to another (not included).</summary>
    public IEnumerable<Minute> Read(long from, long to)
    {
        var credits = default(CreditState);
        long? last = null;
        foreach (var span in spans)
        {
            if (span.From >= to) yield break;
            var plan = span.Capacity.Credits;
            if (plan is not null) credits = CreditRules.Start(plan, credits, last is { } end ? span.From - end : 1);
            var begin = plan is null ? Math.Max(span.From, from) : span.From;
            var stop = Math.Min(span.To ?? long.MaxValue, to);
            for (var at = begin; at < stop; at++)
            {
                var minute = Server.Serve(at, span.Capacity, credits, DemandAt(at));
                credits = minute.Credits;
                if (at >= from) yield return minute;
            }

            last = span.To;
        }
    }

    /// <summary>What its loads ask of it in a minute.</summary>
    public Demand DemandAt(long minute)
    {
        var demand = default(Demand);
        foreach (var load in _loads)
        {
            var rate = load.RateAt(minute);
            if (rate > 0) demand = demand.And(rate, load.Cost);
        }

        return demand;
    }
}
