using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Regions;

/// <summary>
/// Lists the zones of the region. Local Zones and Wavelength Zones are not modelled. Filters and wording: EC2 API
/// Reference,
/// DescribeAvailabilityZones; AWS Regions and Availability Zones, "View Availability Zone information".
/// </summary>
public sealed class DescribeAvailabilityZones
    : IReadOperation<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResult>
{
    private static readonly Filters<AvailabilityZone> Filters = new Filters<AvailabilityZone>()
        .One("group-long-name", zone => zone.GroupLongName)
        .One("group-name", zone => zone.GroupName)
        .Many("message", zone => zone.Messages!.Select(m => m.Message))
        .One("opt-in-status", zone => zone.OptInStatus!.Value.ToWire())
        .One("parent-zone-id", zone => zone.ParentZoneId)
        .One("parent-zone-name", zone => zone.ParentZoneName)
        .One("region-name", zone => zone.RegionName)
        .One("state", zone => zone.State!.Value.ToWire())
        .One("zone-id", zone => zone.ZoneId)
        .One("zone-name", zone => zone.ZoneName)
        .One("zone-type", zone => zone.ZoneType);

    /// <inheritdoc/>
    public DescribeAvailabilityZonesResult Run(DescribeAvailabilityZonesRequest request, ReadCall call)
    {
        // AllAvailabilityZones adds the zones that the account has not opted in to, of which there are none.
        var region = Zones.RegionOf(call);
        RefuseUnknown("availability zone", request.ZoneNames, name => region.ZoneNamed(name) is null);
        RefuseUnknown("availability zone-id", request.ZoneIds, id => region.ZoneWithId(id) is null);
        var passes = Filters.Compile(request.Filters, call);
        var zones = region.Zones
            .Where(zone => request.ZoneNames is null or { Count: 0 } || request.ZoneNames.Contains(zone.Name))
            .Where(zone => request.ZoneIds is null or { Count: 0 } || request.ZoneIds.Contains(zone.Id))
            .Select(zone => View(region, zone, ZoneFailures.Of(call, zone.Name)));
        return new() { AvailabilityZones = [.. zones.Where(passes)] };
    }

    private static void RefuseUnknown(string what, IReadOnlyList<string>? given, Func<string, bool> isUnknown)
    {
        if (given?.FirstOrDefault(isUnknown) is { } unknown)
        {
            throw Errors.InvalidParameterValue($"Invalid {what}: [{unknown}]");
        }
    }

    private static AvailabilityZone View(
        Contracts.Regions.Region region, Zone zone, ZoneFailureRecord? failure) => new()
    {
        RegionName = region.Code,
        ZoneName = zone.Name,
        ZoneId = zone.Id,
        ZoneType = "availability-zone",
        GroupName = $"{region.Code}-zg-1",
        GroupLongName = $"{region.Name} 1",
        NetworkBorderGroup = region.Code,
        OptInStatus = AvailabilityZoneOptInStatus.OptInNotRequired,
        State = failure is null ? AvailabilityZoneState.Available : AvailabilityZoneState.Impaired,
        Messages = failure is null
            ? []
            : [new() { Message = $"{zone.Name} has been impaired since {failure.From:u}." }],
        Geography = [new() { Name = region.Geography }],
        SubGeography = region.SubGeography is { } part ? [new() { Name = part }] : [],
    };
}
