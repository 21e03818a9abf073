using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>Launches what a fleet lacks: chooses pools, launches from each, and tells where it fell short.</summary>
internal sealed class FleetLauncher(Call call, FleetRecord fleet)
{
    private readonly CreateFleetRequest _request = ShapeJson.Read<CreateFleetRequest>(fleet.Request);
    private readonly List<FleetErrorRecord> _errors = [];
    private readonly List<InstanceRecord> _launched = [];

    // Instances that stop have persistent requests, as those of RunInstances do (guessed for fleets).
    private InstanceInterruptionBehavior Behavior => _request.SpotOptions?.InstanceInterruptionBehavior switch
    {
        SpotInstanceInterruptionBehavior.Stop => InstanceInterruptionBehavior.Stop,
        SpotInstanceInterruptionBehavior.Hibernate => InstanceInterruptionBehavior.Hibernate,
        _ => InstanceInterruptionBehavior.Terminate,
    };

    /// <summary>Why it fell short.</summary>
    public IReadOnlyList<FleetErrorRecord> Errors => _errors;

    /// <summary>What was launched.</summary>
    public IReadOnlyList<InstanceRecord> Launched => _launched;

    /// <summary>Launches units of On-Demand and of Spot.</summary>
    public void Launch(double onDemand, double spot)
    {
        if (onDemand > 0)
        {
            Run(onDemand, isSpot: false);
        }

        if (spot > 0)
        {
            Run(spot, isSpot: true);
        }
    }

    private void Run(double units, bool isSpot)
    {
        IReadOnlyList<FleetPool> pools;
        try
        {
            pools = new FleetPools(call, _request).Of(isSpot, fleet.Id.Value);
        }
        catch (ServiceException refusal)
        {
            _errors.Add(new(0, null, isSpot, refusal.Code, refusal.Message));
            return;
        }

        var picks = Choose(pools, units, isSpot);
        var least = (isSpot ? _request.SpotOptions?.MinTargetCapacity
            : _request.OnDemandOptions?.MinTargetCapacity) ?? 0;
        if (FleetAllocation.UnitsOf(picks) < least)
        {
            picks = [];
        }

        var reached = picks.Sum(pick => Launch(pick, isSpot));
        if (reached < units)
        {
            Explain(pools, picks, isSpot);
        }
    }

    private IReadOnlyList<FleetPick> Choose(IReadOnlyList<FleetPool> pools, double units, bool isSpot)
    {
        if (!isSpot)
        {
            var demand = _request.OnDemandOptions ?? new();
            return FleetAllocation.Single(
                pools, units, (demand.SingleInstanceType == true, demand.SingleAvailabilityZone == true),
                (some, wanted) => FleetAllocation.OnDemand(
                    some, wanted, demand.AllocationStrategy ?? FleetOnDemandAllocationStrategy.LowestPrice));
        }

        var spot = _request.SpotOptions ?? new();
        return FleetAllocation.Single(
            pools, units, (spot.SingleInstanceType == true, spot.SingleAvailabilityZone == true),
            (some, wanted) => FleetAllocation.Spot(
                some, wanted, spot.AllocationStrategy ?? SpotAllocationStrategy.LowestPrice,
                spot.InstancePoolsToUseCount ?? 1));
    }

    // The units that were really launched.
    private double Launch(FleetPick pick, bool isSpot)
    {
        var (config, place) = pick.Pool.Source;
        var resumed = 0;
        try
        {
            resumed = isSpot ? Resume(pick) : 0;
            if (resumed == pick.Count)
            {
                return resumed * pick.Pool.Weight;
            }

            pick = pick with { Count = pick.Count - resumed };
            var (_, version, data) = new FleetPools(call, _request).Template(config);
            var order = new LaunchOrder
            {
                Fleet = new(fleet.Id.Value, pick.Pool.Weight, config, place),
                SystemTags = [new() { Key = "aws:ec2:fleet-id", Value = fleet.Id.Value },
                    .. TemplateMerge.TagsOf(version)],
                IsPartial = true,
            };
            var launched = new InstanceLauncher(call, RequestOf(pick, data, isSpot), order).Launch();
            if (launched.Count > 0)
            {
                InstanceLoop.Launch(call, launched[0].ReservationId);
            }

            _launched.AddRange(launched);
            return (resumed + launched.Count) * pick.Pool.Weight;
        }
        catch (ServiceException refusal)
        {
            _errors.Add(new(config, place, isSpot, refusal.Code, refusal.Message));
            return resumed * pick.Pool.Weight;
        }
    }

    // What was stopped by an interruption comes first in its pool. Source: EC2 User Guide, "Stop interrupted Spot
    // Instances".
    private int Resume(FleetPick pick)
    {
        var stopped = call.Read(InstanceTables.Instances).By(SpotTables.InstancesByFleet, fleet.Id.Value)
            .Where(i => i.State == InstanceStateName.Stopped
                && i.AvailabilityZone == pick.Pool.Zone && i.InstanceType == pick.Pool.Type)
            .Select(i => (Instance: i, Request: SpotInterruption.Request(call, i)))
            .Where(one => one.Request is { State: SpotInstanceState.Disabled })
            .Take(pick.Count).ToList();
        stopped.ForEach(one => SpotEvaluation.Resume(call, one.Request!, one.Instance));
        return stopped.Count;
    }

    private RunInstancesRequest RequestOf(FleetPick pick, RequestLaunchTemplateData data, bool isSpot)
    {
        var (config, place) = pick.Pool.Source;
        var one = place is { } p ? _request.LaunchTemplateConfigs![config].Overrides![p] : new();
        var placement = one.Placement ?? new();
        return TemplateMerge.Over(data with { InstanceRequirements = null, InstanceMarketOptions = null }, new()
        {
            MinCount = 1,
            MaxCount = pick.Count,
            ImageId = one.ImageId,
            InstanceType = InstanceTypeWire.Parse(pick.Pool.Type),
            SubnetId = pick.Pool.SubnetId,
            BlockDeviceMappings = one.BlockDeviceMappings?.Select(m => ShapeJson.As<BlockDeviceMapping>(m)).ToList(),
            Placement = pick.Pool.SubnetId is null
                ? placement with { AvailabilityZone = pick.Pool.Zone, AvailabilityZoneId = null }
                : one.Placement,
            TagSpecifications = _request.TagSpecifications?.Where(t => t.ResourceType == ResourceType.Instance).ToList()
                is { Count: > 0 } tags ? tags : null,
            InstanceMarketOptions = !isSpot ? null : new()
            {
                MarketType = MarketType.Spot,
                SpotOptions = new()
                {
                    MaxPrice = one.MaxPrice ?? data.InstanceMarketOptions?.SpotOptions?.MaxPrice,
                    SpotInstanceType =
                        Behavior == InstanceInterruptionBehavior.Terminate
                            ? SpotInstanceType.OneTime
                            : SpotInstanceType.Persistent,
                    InstanceInterruptionBehavior = Behavior,
                },
            },
        });
    }

    private ServiceException? PriceRefusal(FleetPool pool)
    {
        try
        {
            var (config, place) = pool.Source;
            var most = (place is { } p ? _request.LaunchTemplateConfigs![config].Overrides![p].MaxPrice : null)
                ?? new FleetPools(call, _request).Template(config).Data.InstanceMarketOptions?.SpotOptions?.MaxPrice;
            SpotTerms.CheckPrice(call, new(pool.Zone, pool.Type), most);
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal;
        }
    }

    // Codes as CreateFleet answers them: EC2 User Guide, "EC2 Fleet" tutorials (InsufficientInstanceCapacity,
    // UnfulfillableCapacity).
    private void Explain(IReadOnlyList<FleetPool> pools, IReadOnlyList<FleetPick> picks, bool isSpot)
    {
        var said = _errors.Select(e => (e.Config, e.Override)).ToHashSet();
        foreach (var pool in pools.Where(p => p.Price is not null))
        {
            var taken = picks.FirstOrDefault(p => p.Pool == pool)?.Count ?? 0;
            if (pool.Free <= taken && said.Add((pool.Source.Config, pool.Source.Override)))
            {
                var refusal = CapacityPools.Insufficient(new(pool.Zone, pool.Type));
                _errors.Add(new(pool.Source.Config, pool.Source.Override, isSpot, refusal.Code, refusal.Message));
            }
        }

        foreach (var pool in pools.Where(p => isSpot && p.Price is null))
        {
            if (said.Add((pool.Source.Config, pool.Source.Override)) && PriceRefusal(pool) is { } refusal)
            {
                _errors.Add(new(pool.Source.Config, pool.Source.Override, isSpot, refusal.Code, refusal.Message));
            }
        }

        if (_errors.Count == 0)
        {
            _errors.Add(new(
                0, null, isSpot, "UnfulfillableCapacity",
                "Unable to fulfill capacity due to your request configuration. Please adjust your request and "
                    + "try again."));
        }
    }
}
