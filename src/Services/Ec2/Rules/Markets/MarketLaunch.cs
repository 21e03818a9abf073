using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>
/// What a launch does beside making instances: it asks the pool for room and the market for its price, makes the Spot
/// requests of Spot Instances, and makes Spot Instances give way to On-Demand.
/// </summary>
internal sealed class MarketLaunch(Call call, RunInstancesRequest request, LaunchOrder order)
{
    /// <summary>Whether Spot is asked for.</summary>
    public bool IsSpot { get; } = request.InstanceMarketOptions is not null;

    /// <summary>
    /// The request in a zone that has room where it names no place: the first of those with a default subnet, or the
    /// cheapest for Spot, that has room for the least that is wanted.
    /// </summary>
    public RunInstancesRequest Placed(InstanceTypeFacts type, int least)
    {
        if (request.SubnetId is not null || request.NetworkInterfaces is { Count: > 0 }
            || request.Placement is { AvailabilityZone.Length: > 0 } or { AvailabilityZoneId.Length: > 0 })
        {
            return request;
        }

        var seed = CapacityPools.SeedOf(call);
        var zones = call.Read(Tables.Subnets).All().Where(s => s.DefaultForAz).Select(s => s.AvailabilityZone)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(zone => IsSpot ? SpotPrices.At(seed, call.Region, new(zone, type.Name), call.Now) : null)
            .ThenBy(zone => zone, StringComparer.Ordinal).ToList();
        var choice = IsSpot ? null : ReservationChoice.Of(call, request.CapacityReservationSpecification);
        var target = choice?.TargetId is { } id ? call.Read(CapacityTables.Reservations).Find(new(id))?.Zone : null;
        return zones.Find(zone => target is null
            ? RoomIn(new(zone, type.Name), choice) >= Math.Max(least, 1)
            : zone == target) is { } chosen
            ? request with { Placement = (request.Placement ?? new()) with { AvailabilityZone = chosen } }
            : request;
    }

    /// <summary>
    /// How many of the wanted instances pool, price, quota and reservations leave; fewer than the least is refused.
    /// </summary>
    /// <exception cref="ServiceException">
    /// InsufficientInstanceCapacity, SpotMaxPriceTooLow, MaxSpotInstanceCountExceeded, VcpuLimitExceeded, or
    /// ReservationCapacityExceeded.
    /// </exception>
    public int Fitting(InstanceTypeFacts type, SpotPool pool, int least, int wanted, ReservedPlaces reserved)
    {
        reserved.Check(least);
        if (!IsSpot)
        {
            // What a reservation holds has been counted for the quota.
            var inside = Math.Min(reserved.Room, wanted);
            InstanceLimits.CheckVcpus(call, type, Math.Max(least - inside, 0));
            wanted = inside + InstanceLimits.Fitting(call, type, wanted - inside);
        }
        else
        {
            SpotTerms.CheckPrice(call, pool, request.InstanceMarketOptions!.SpotOptions?.MaxPrice);
            wanted = SpotLimits.Fitting(call, type, wanted);
            if (wanted < least)
            {
                throw SpotLimits.Exceeded();
            }
        }

        wanted = Math.Min(wanted, reserved.With(Free(pool)));
        return wanted < least ? throw CapacityPools.Insufficient(pool) : wanted;
    }

    /// <summary>An instance with what the market says of it; its Spot request is made where there is none.</summary>
    public InstanceRecord Marked(InstanceRecord instance)
    {
        instance = instance with { Fleet = order.Fleet };
        if (!IsSpot)
        {
            return instance;
        }

        var options = request.InstanceMarketOptions!.SpotOptions ?? new();
        var spot = order.Request ?? new SpotRequestRecord
        {
            Id = call.NewId<SpotRequestId>(),
            State = SpotInstanceState.Open,
            StatusCode = SpotStatus.PendingFulfillment,
            StatusTime = call.Now,
            CreateTime = call.Now,
            Type = options.SpotInstanceType ?? SpotInstanceType.OneTime,
            Behavior = SpotTerms.BehaviorOf(request),
            MaxPrice = options.MaxPrice,
            ValidUntil = options.ValidUntil,
            Launch = ShapeJson.Write(request with { MinCount = 1, MaxCount = 1, ClientToken = null }),
            InstanceType = instance.InstanceType,
            FleetId = order.Fleet?.FleetId,
        };
        call.Write(SpotTables.Requests).Put(spot with
        {
            State = SpotInstanceState.Active,
            StatusCode = SpotStatus.Fulfilled,
            StatusTime = call.Now,
            InstanceId = instance.Id.Value,
            Zone = instance.AvailabilityZone,
        });
        if (order.Request is null)
        {
            if (spot is { Type: SpotInstanceType.Persistent, ValidUntil: { } until })
            {
                call.Schedule(Loops.SpotRequestLoop.TimerKind, until, spot.Id.Value);
            }

            TagStore.PutNew(
                call, LaunchKinds.SpotRequest, spot.Id.Value,
                LaunchRefusals.TagsFor(request, ResourceType.SpotInstancesRequest));
        }

        return instance with { SpotRequestId = spot.Id.Value };
    }

    /// <summary>
    /// After the launch: tags of AWS's own, the watch over Spot Instances, room that On-Demand takes.
    /// </summary>
    public void Finish(IReadOnlyList<InstanceRecord> launched)
    {
        foreach (var instance in launched)
        {
            SystemTags.Add(call, instance.Id.Value, order.SystemTags);
            if (IsSpot)
            {
                Loops.SpotInstanceLoop.Watch(call, instance);
            }
        }

        if (IsSpot)
        {
            SpotEvents.Fulfilled(call, launched);
        }
        else if (launched is [var first, ..])
        {
            SpotInterruption.GiveWay(call, new(first.AvailabilityZone, first.InstanceType));
        }
    }

    private int RoomIn(SpotPool pool, ReservationChoiceRecord? choice) => IsSpot
        ? Free(pool)
        : ReservedPlaces.Of(call, choice, ReservationMatch.Of(
            call, pool, request.ImageId, request.Placement?.Tenancy)).With(Free(pool));

    private int Free(SpotPool pool) => CapacityPools.Free(call, pool, IsSpot);
}
