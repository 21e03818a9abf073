using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Wire.Generated.Ec2;
using Region = Orrery.Contracts.Regions.Region;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>
/// Tells how likely a Spot request is to succeed in regions or zones: 1 to 10. Computed of the same pools and depths
/// that fleets choose by; how AWS computes it it does not say. Source: EC2 User Guide, "Spot placement score" (at least
/// three types are needed for a good score; up to ten places are answered).
/// </summary>
public sealed class GetSpotPlacementScores
    : IReadOperation<GetSpotPlacementScoresRequest, GetSpotPlacementScoresResult>
{
    private const int Most = 10;
    private const int GoodTypes = 3;

    /// <inheritdoc/>
    public GetSpotPlacementScoresResult Run(GetSpotPlacementScoresRequest request, ReadCall call)
    {
        if (request.InstanceTypes is { Count: > 0 } == request.InstanceRequirementsWithMetadata is not null)
        {
            throw Errors.InvalidParameterCombination(
                "Specify either InstanceTypes or InstanceRequirementsWithMetadata.");
        }

        var regions = request.RegionNames is { Count: > 0 } names
            ? names.Select(name => RegionCatalog.Find(name)
                ?? throw Errors.InvalidParameterValue($"The region {name} does not exist.")).ToList()
            : [.. RegionCatalog.All.Where(r => !r.RequiresOptIn)];
        var scores = regions.SelectMany(region => Of(region, request, call))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Region + s.AvailabilityZoneId, StringComparer.Ordinal)
            .Take(Most).ToList();
        return new() { SpotPlacementScores = scores };
    }

    private static IEnumerable<SpotPlacementScore> Of(
        Region region, GetSpotPlacementScoresRequest request, ReadCall call)
    {
        var types = TypesOf(region, request).ToList();
        var zones = region.Zones.Select(zone => (
            zone.Id, Score: Score(types.Select(t => Room(call, region, new(zone.Name, t.Name), t, request))
                .ToList(), request)));
        if (request.SingleAvailabilityZone == true)
        {
            return zones.Select(z => new SpotPlacementScore
            {
                Region = region.Code, AvailabilityZoneId = z.Id, Score = z.Score,
            });
        }

        var rooms = region.Zones.SelectMany(zone =>
            types.Select(t => Room(call, region, new(zone.Name, t.Name), t, request))).ToList();
        return [new() { Region = region.Code, Score = Score(rooms, request) }];
    }

    private static IEnumerable<InstanceTypeFacts> TypesOf(Region region, GetSpotPlacementScoresRequest request) =>
        request.InstanceRequirementsWithMetadata is { } wanted
            ? InstanceRequirementRules.Matching(
                wanted.InstanceRequirements ?? throw Errors.Missing("InstanceRequirements"),
                [.. (wanted.ArchitectureTypes ?? [ArchitectureType.X8664]).Select(a => a.ToWire())], region.Code, true)
            : request.InstanceTypes!.Select(name => InstanceTypeCatalog.Find(name)
                ?? throw Errors.InvalidParameterValue($"The instance type {name} is not known."));

    private static (double Depth, double Units) Room(
        ReadCall call, Region region, SpotPool pool, InstanceTypeFacts type, GetSpotPlacementScoresRequest request)
    {
        if (PriceCatalog.Find(region.Code, pool.Type)?.Spot is null)
        {
            return (0, 0);
        }

        var unit = request.TargetCapacityUnitType switch
        {
            TargetCapacityUnitType.Vcpu => type.Vcpus,
            TargetCapacityUnitType.MemoryMib => type.MemoryMib,
            _ => 1,
        };
        var free = region.Code == call.Region ? CapacityPools.Free(call, pool, spot: true) : int.MaxValue;
        var seed = CapacityPools.SeedOf(call);
        return (SpotWithdrawals.Depth(seed, region.Code, pool, call.Now), (double)free * unit);
    }

    private static int Score(List<(double Depth, double Units)> rooms, GetSpotPlacementScoresRequest request)
    {
        var good = rooms.Where(r => r.Units > 0).OrderByDescending(r => r.Depth).Take(GoodTypes).ToList();
        if (good.Count == 0 || good.Sum(r => r.Units) < request.TargetCapacity)
        {
            return 1;
        }

        var depth = good.Sum(r => r.Depth) / GoodTypes;
        return Math.Clamp((int)Math.Round(10 * depth), 1, 10);
    }
}
