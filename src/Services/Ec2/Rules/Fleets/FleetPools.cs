using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>
/// The pools that the launch templates and overrides of a fleet come to, with prices and room as they are now.
/// </summary>
internal sealed class FleetPools(ReadCall call, CreateFleetRequest request)
{
    private static readonly string[] Intel = ["x86_64", "i386"];

    /// <summary>The pools for Spot or On-Demand.</summary>
    /// <exception cref="ServiceException">A template or a subnet does not exist, or no type is named.</exception>
    public IReadOnlyList<FleetPool> Of(bool spot, string? fleet)
    {
        var pools = new List<FleetPool>();
        for (var config = 0; config < request.LaunchTemplateConfigs!.Count; config++)
        {
            var overrides = request.LaunchTemplateConfigs[config].Overrides;
            var data = Template(config).Data;
            for (var place = 0; place < Math.Max(overrides?.Count ?? 0, 1); place++)
            {
                var one = overrides is { Count: > 0 } ? overrides[place] : new();
                var source = (config, overrides is { Count: > 0 } ? place : (int?)null);
                Add(pools, Types(one, data, spot), (one, data, source), spot);
            }
        }

        var present = fleet is null ? null : call.Read(InstanceTables.Instances).By(SpotTables.InstancesByFleet, fleet)
            .Where(i => i.State is InstanceStateName.Pending or InstanceStateName.Running
                && i.SpotRequestId is not null == spot)
            .ToLookup(i => $"{i.AvailabilityZone} {i.InstanceType}");
        return present is null ? pools
            : [.. pools.Select(p => p with { Present = present[$"{p.Zone} {p.Type}"].Count() })];
    }

    /// <summary>The template of a configuration, its version and what it holds.</summary>
    public (LaunchTemplateRecord Template, LaunchTemplateVersionRecord Version,
        RequestLaunchTemplateData Data) Template(
        int config)
    {
        var named = request.LaunchTemplateConfigs![config].LaunchTemplateSpecification
            ?? throw Errors.Missing("LaunchTemplateSpecification");
        var template = TemplateLookup.Get(call, named.LaunchTemplateId, named.LaunchTemplateName);
        var version = TemplateLookup.Version(
            call, template, named.Version ?? throw Errors.Missing("LaunchTemplateSpecification.Version"));
        return (template, version, ShapeJson.Read<RequestLaunchTemplateData>(version.Data));
    }

    private void Add(
        List<FleetPool> pools,
        IReadOnlyList<InstanceTypeFacts> types,
        (FleetLaunchTemplateOverridesRequest One, RequestLaunchTemplateData Data, (int, int?) Source) from,
        bool spot)
    {
        var seed = CapacityPools.SeedOf(call);
        foreach (var (zone, subnet) in Places(from.One, from.Data))
        {
            foreach (var type in types)
            {
                var pool = new SpotPool(zone, type.Name);
                var price = spot ? SpotPrices.At(seed, call.Region, pool, call.Now)
                    : SpotTerms.OnDemand(call, type.Name);
                var most = SpotTerms.Money(from.One.MaxPrice)
                    ?? SpotTerms.Money(from.Data.InstanceMarketOptions?.SpotOptions?.MaxPrice);
                pools.Add(new FleetPool(
                    pools.Count, type.Name, zone, WeightOf(from.One, type), spot && price > most ? null : price,
                    RoomIn(pool, from.One, from.Data, spot))
                {
                    Priority = from.One.Priority,
                    Depth = SpotWithdrawals.Depth(seed, call.Region, pool, call.Now),
                    Source = from.Source,
                    SubnetId = subnet,
                });
            }
        }
    }

    private int RoomIn(
        SpotPool pool, FleetLaunchTemplateOverridesRequest one, RequestLaunchTemplateData data, bool spot)
    {
        var free = CapacityPools.Free(call, pool, spot);
        if (spot)
        {
            return free;
        }

        var choice = ReservationChoice.Of(
            call,
            data.CapacityReservationSpecification is { } wanted
                ? ShapeJson.As<CapacityReservationSpecification>(wanted)
                : null);
        var image = ImageAlias.Resolve(call, one.ImageId ?? data.ImageId);
        return ReservedPlaces.RoomFor(
            call, choice, ReservationMatch.Of(call, pool, image, data.Placement?.Tenancy), free);
    }

    private double WeightOf(FleetLaunchTemplateOverridesRequest one, InstanceTypeFacts type) =>
        request.TargetCapacitySpecification!.TargetCapacityUnitType switch
        {
            TargetCapacityUnitType.Vcpu => type.Vcpus,
            TargetCapacityUnitType.MemoryMib => type.MemoryMib,
            _ => one.WeightedCapacity ?? 1,
        };

    private IReadOnlyList<InstanceTypeFacts> Types(
        FleetLaunchTemplateOverridesRequest one, RequestLaunchTemplateData data, bool spot)
    {
        if ((one.InstanceRequirements ?? (one.InstanceType is null ? data.InstanceRequirements : null)) is { } wanted)
        {
            var image = ImageAlias.Resolve(call, one.ImageId ?? data.ImageId) is { } id
                ? ImageOf.ToLaunch(call, id)
                : null;
            return InstanceRequirementRules.Matching(
                wanted, image is null ? Intel : [image.Architecture], call.Region, spot);
        }

        var name = (one.InstanceType ?? data.InstanceType)?.ToWire()
            ?? throw Errors.Missing("InstanceType, of the launch template or an override");
        return InstanceTypeCatalog.Find(name) is { } type
            ? [type]
            : throw Errors.InvalidParameterValue($"The instance type {name} is not known.");
    }

    // The subnets or the zone of the override, else of the template, else the default subnet of each zone.
    private IEnumerable<(string Zone, string? Subnet)> Places(
        FleetLaunchTemplateOverridesRequest one, RequestLaunchTemplateData data)
    {
        var subnets = one.SubnetId ?? data.NetworkInterfaces?.FirstOrDefault(f => f.DeviceIndex is null or 0)?.SubnetId;
        if (subnets is { Length: > 0 })
        {
            return subnets.Split(',', StringSplitOptions.TrimEntries)
                .Select(id => (Ec2Kinds.Subnet.Get(call, id).AvailabilityZone, (string?)id));
        }

        if ((one.AvailabilityZone ?? data.Placement?.AvailabilityZone) is { Length: > 0 } zones)
        {
            return zones.Split(',', StringSplitOptions.TrimEntries)
                .Select(zone => (Zones.Choose(call, zone, null).Name, (string?)null));
        }

        if (one.AvailabilityZoneId is { Length: > 0 } zoneId)
        {
            return [(Zones.Choose(call, null, zoneId).Name, null)];
        }

        return call.Read(Tables.Subnets).All().Where(s => s.DefaultForAz)
            .OrderBy(s => s.AvailabilityZone, StringComparer.Ordinal)
            .Select(s => (s.AvailabilityZone, (string?)s.Id.Value));
    }
}
