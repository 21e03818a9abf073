using System.Globalization;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Mixed;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Launches for a mixed group: the engine plans, EC2 launches, and what EC2 has no room for is planned anew without
/// that pool: other types of the zone, then other zones. Where a quota of vCPUs is used up, types of other quotas and
/// smaller ones of the same are left. Source: EC2 Auto Scaling User Guide, "Allocation strategies for multiple instance
/// types" and "Troubleshoot: EC2 instance launch failures"; API Reference, InstancesDistribution (the next type in
/// priority takes what is left). Which refusals of EC2 let it try other pools is guessed.
/// </summary>
internal sealed class MixedLaunch(Call call, GroupRecord group, ZoneLaunch zones)
{
    private const string Unfulfillable = "Unable to fulfill capacity due to your request configuration. Please adjust "
        + "your request and try again.";

    private static readonly string[] OfPool = ["Unsupported", "UnsupportedOperation"];

    private static readonly string[] OfQuota = ["VcpuLimitExceeded", "MaxSpotInstanceCountExceeded"];

    // A spread placement group is full in a zone, whatever the type.
    private const string OfZone = "InstanceLimitExceeded";

    private readonly MixedTypes _types = new(call, group);
    private readonly Distribution _distribution = DistributionRequests.EngineOf(group.Mixed!.Distribution);

    // The fewest vCPUs that were too many for a quota.
    private readonly Dictionary<(Purchase Purchase, string Quota), int> _over = [];

    /// <summary>Launches some units, divided as the policy says.</summary>
    /// <returns>How many units came.</returns>
    public int Run(int missing)
    {
        var spot = zones.Counted.Where(member => member.IsSpot).Sum(member => member.Weight);
        var onDemand = zones.Counted.Sum(member => member.Weight) - spot;
        return Run(_distribution, (onDemand, spot), missing, null);
    }

    /// <summary>Launches some units of one purchase option, in one zone or wherever there are the fewest.</summary>
    /// <returns>How many units came.</returns>
    public int Run(int missing, Purchase purchase, string? zone = null)
    {
        var all = _distribution with { OnDemandBase = 0, OnDemandPercent = purchase == Purchase.OnDemand ? 100 : 0 };
        return Run(all, (0, 0), missing, zone);
    }

    private int Run(Distribution distribution, (int OnDemand, int Spot) has, int missing, string? zone)
    {
        var desired = has.OnDemand + has.Spot + missing;
        while (true)
        {
            var facts = Facts(desired, has, zone);
            var plan = MixedRules.Plan(distribution, facts);
            if (plan.Launches.Count == 0)
            {
                if (plan.Missing > 0) Explain(distribution, facts);
                break;
            }

            foreach (var launch in plan.Launches)
            {
                if (IsClosed(launch.Pool.Zone, launch.Pool.Type, launch.Purchase)) continue;
                var units = Launch(launch.Pool, launch.Purchase, launch.Count);
                if (launch.Purchase == Purchase.Spot) has.Spot += units;
                else has.OnDemand += units;
            }

            if (zones.IsHopeless) break;
        }

        return missing - (desired - has.OnDemand - has.Spot);
    }

    private int Launch(Pool pool, Purchase purchase, int count)
    {
        var type = _types.Find(pool.Type)!;
        var most = purchase == Purchase.Spot && _distribution.MaxPrice is not null
            ? AllocationRules.MostFor(pool, _distribution).ToString(CultureInfo.InvariantCulture) : null;
        var (launched, failure) = zones.Into(pool.Zone, count, new(type, purchase == Purchase.Spot, most));
        if (failure is null) return launched * type.Weight;
        var (ofQuota, ofZone) = (OfQuota.Contains(failure.Code), failure.Code == OfZone);
        // What was refused is no more than what was refused before: that is closed.
        if (ofQuota) _over[QuotaOf(type, purchase)] = type.Offer.Vcpus;
        if (ofZone) zones.Close(pool.Zone, false);
        zones.Close(
            KeyOf(pool.Zone, pool.Type, purchase),
            !failure.IsShortage && !OfPool.Contains(failure.Code) && !ofQuota && !ofZone);
        return launched * type.Weight;
    }

    private static (Purchase Purchase, string Quota) QuotaOf(MixedType type, Purchase purchase) =>
        (purchase, (purchase == Purchase.Spot ? type.Offer.SpotQuota : type.Offer.Quota) ?? type.Name);

    private MixedFacts Facts(int desired, (int OnDemand, int Spot) has, string? only)
    {
        var facts = ZoneLaunch.Zones(call.Now, group, zones.Counted, zones.Full)
            .Where(zone => zone.Enabled && (only is null || zone.Zone == only)).ToList();
        var pools = _types.Pools(facts.Select(zone => zone.Zone), zones.Counted, IsClosed);
        return new(desired, has.OnDemand, has.Spot, facts, pools, group.BalancedOnly);
    }

    private bool IsClosed(string zone, string type, Purchase purchase)
    {
        var key = KeyOf(zone, type, purchase);
        return IsOver(_types.Find(type)!, purchase) || zones.Full.Contains(key) || zones.Full.Contains(zone)
            || (group.FullZones.TryGetValue(key, out var until) && until > call.Now);
    }

    private bool IsOver(MixedType type, Purchase purchase) =>
        _over.TryGetValue(QuotaOf(type, purchase), out var vcpus) && type.Offer.Vcpus >= vcpus;

    // Where nothing was tried, because every pool is too dear or no type will do, the group says so once.
    private void Explain(Distribution distribution, MixedFacts facts)
    {
        if (facts.Pools.Any(pool => IsClosed(pool.Zone, pool.Type, Purchase.Spot)
            || IsClosed(pool.Zone, pool.Type, Purchase.OnDemand)))
        {
            return;
        }

        var isSpot = MixedRules.Split(distribution, facts.Desired).Spot > facts.Spot;
        var sold = facts.Pools.Where(pool => pool.SpotPrice is not null);
        if (isSpot && sold.MinBy(pool => pool.SpotUnitPrice) is { } cheapest)
            Launch(cheapest, Purchase.Spot, 1);
        else
            zones.Failed(group.Places[0], new("UnfulfillableCapacity", Unfulfillable, true), isSpot);
    }

    private static string KeyOf(string zone, string type, Purchase purchase) =>
        $"{zone} {type} {(purchase == Purchase.Spot ? "spot" : "on-demand")}";
}
