using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Services.Ec2.Rules.Reservations;

namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>
/// How much room there is for a type in a zone. AWS tells nobody; here it is declared, and unlimited until then.
/// On-Demand goes before Spot: it takes the room of Spot Instances, which are interrupted for it. Each account has
/// capacity of its own, and Capacity Reservations hold some of it. Source: EC2 User Guide, "Spot Instance
/// interruptions" (EC2 interrupts when it needs the capacity back).
/// </summary>
internal static class CapacityPools
{
    private static readonly ResourceKey MarketKey = new("market");

    /// <summary>The seed of the region's market.</summary>
    public static long SeedOf(ReadCall call) => call.Read(SpotTables.Markets).Find(MarketKey)?.Seed ?? 0;

    /// <summary>Draws the seed of an untouched region's market.</summary>
    public static void Seed(Call call) =>
        call.Write(SpotTables.Markets).Put(new(MarketKey, (long)(call.Random.NextUInt64() >> 1)));

    /// <summary>What was declared of a pool; everything is unlimited where nothing was.</summary>
    public static CapacityRecord Declared(ReadCall call, SpotPool pool)
    {
        var id = new ResourceKey(pool.ToString());
        return call.Read(SpotTables.Capacity).Find(id) ?? new() { Id = id };
    }

    /// <summary>How many On-Demand Instances take room in a pool.</summary>
    public static int OnDemandIn(ReadCall call, SpotPool pool) =>
        call.Read(InstanceTables.Instances).CountBy(SpotTables.OnDemandByPool, pool.ToString());

    /// <summary>How many Spot Instances take room in a pool.</summary>
    public static int SpotIn(ReadCall call, SpotPool pool) =>
        call.Read(InstanceTables.Instances).CountBy(SpotTables.SpotByPool, pool.ToString());

    /// <summary>How many more instances fit; On-Demand does not count Spot Instances, which give way to it.</summary>
    public static int Free(ReadCall call, SpotPool pool, bool spot)
    {
        if (ZoneFailures.Of(call, pool.Zone) is not null)
        {
            return 0;
        }

        var declared = Declared(call, pool);
        var left = Left(call, pool, declared);
        if (!spot)
        {
            return left;
        }

        var room = Math.Min(left, declared.Spot ?? int.MaxValue);
        return room == int.MaxValue ? room : Math.Max(room - SpotIn(call, pool), 0);
    }

    /// <summary>How many Spot Instances are too many in a pool.</summary>
    public static int Excess(ReadCall call, SpotPool pool)
    {
        var declared = Declared(call, pool);
        var room = Math.Min(Left(call, pool, declared), declared.Spot ?? int.MaxValue);
        return room == int.MaxValue ? 0 : Math.Max(SpotIn(call, pool) - room, 0);
    }

    /// <summary>Refuses a start that finds no room. Source: EC2 User Guide, "Insufficient instance capacity".</summary>
    /// <exception cref="ServiceException">InsufficientInstanceCapacity.</exception>
    public static void CheckRoom(ReadCall call, SpotPool pool, bool spot, int wanted)
    {
        if (Free(call, pool, spot) < wanted)
        {
            throw Insufficient(pool);
        }
    }

    /// <summary>The refusal where there is no room.</summary>
    public static ServiceException Insufficient(SpotPool pool) => new(
        "InsufficientInstanceCapacity",
        $"We currently do not have sufficient {pool.Type} capacity in the Availability Zone you requested "
            + $"({pool.Zone}). "
        + "Our system will be working on provisioning additional capacity.",
        500);

    // What On-Demand Instances and the free places of Capacity Reservations leave.
    private static int Left(ReadCall call, SpotPool pool, CapacityRecord declared) => declared.Total is { } total
        ? Math.Max(total - OnDemandIn(call, pool) - ReservedRoom.Unused(call, pool), 0)
        : int.MaxValue;

    /// <summary>The pool that a declaration names.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue: no such zone or type.</exception>
    public static SpotPool Named(ReadCall call, string zone, string type)
    {
        if (RegionCatalog.Find(call.Region)?.ZoneNamed(zone) is null)
        {
            throw Errors.InvalidParameterValue($"The zone {zone} is not in the region {call.Region}.");
        }

        return InstanceTypeCatalog.Find(type) is null
            ? throw Errors.InvalidParameterValue($"The instance type {type} is not known.")
            : new(zone, type);
    }
}
