using Orrery.Contracts.Capacity;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Takes declarations of capacity, interrupts Spot Instances by hand, and tells their notices.</summary>
internal sealed class CapacityDesk : ICapacity, ISpotNotices
{
    /// <inheritdoc/>
    public IReadOnlyList<CapacityPool> List(ReadCall call)
    {
        var used = call.Read(InstanceTables.Instances).All()
            .Where(i => i.State is InstanceStateName.Pending or InstanceStateName.Running)
            .Select(i => new SpotPool(i.AvailabilityZone, i.InstanceType));
        var declared = call.Read(SpotTables.Capacity).All().Select(r => r.Id.Value.Split(' '))
            .Select(parts => new SpotPool(parts[0], parts[1]));
        return [.. declared.Concat(used).Distinct().OrderBy(p => p.ToString(), StringComparer.Ordinal)
            .Select(pool => Of(call, pool))];
    }

    /// <inheritdoc/>
    public CapacityPool Declare(Call call, string zone, string type, int? room, bool spot)
    {
        var pool = CapacityPools.Named(call, zone, type);
        if (room < 0)
        {
            throw Errors.InvalidParameterValue($"There cannot be room for {room} instances.");
        }

        var declared = CapacityPools.Declared(call, pool);
        declared = spot ? declared with { Spot = room } : declared with { Total = room };
        if (declared is { Total: null, Spot: null })
        {
            call.Write(SpotTables.Capacity).Remove(declared.Id);
        }
        else
        {
            call.Write(SpotTables.Capacity).Put(declared);
        }

        SpotInterruption.GiveWay(call, pool);
        LaunchFollowers.RoomChanged(call, type);
        return Of(call, pool);
    }

    /// <inheritdoc/>
    public Scope? Find(ReadCall call, string instanceId)
    {
        foreach (var scope in call.Scopes)
        {
            if (call.Read(InstanceTables.Instances, scope).Contains(new(instanceId)))
            {
                return scope;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public DateTimeOffset Interrupt(Call call, string instanceId)
    {
        var instance = InstanceKinds.Instance.Get(call, instanceId);
        if (instance is not { State: InstanceStateName.Running, SpotRequestId: not null })
        {
            throw new ServiceException(
                "IncorrectInstanceState", $"The instance '{instanceId}' is no Spot Instance that runs.");
        }

        SpotInterruption.Warn(call, instance, SpotStatus.NoCapacity);
        return InstanceKinds.Instance.Get(call, instanceId).SpotNotice!.At;
    }

    /// <inheritdoc/>
    public SpotNotice? Of(ReadCall call, string instanceId) =>
        call.Read(InstanceTables.Instances).Find(new(instanceId)) is { RebalanceAt: not null } instance
            ? new(instance.SpotNotice?.Action.ToWire(), instance.SpotNotice?.At, instance.RebalanceAt)
            : null;

    private static CapacityPool Of(ReadCall call, SpotPool pool)
    {
        var declared = CapacityPools.Declared(call, pool);
        return new(
            pool.Zone, pool.Type, declared.Total, declared.Spot,
            CapacityPools.OnDemandIn(call, pool), CapacityPools.SpotIn(call, pool),
            SpotPrices.At(CapacityPools.SeedOf(call), call.Region, pool, call.Now));
    }
}
