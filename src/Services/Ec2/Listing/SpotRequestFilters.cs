using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// The filters of DescribeSpotInstanceRequests; those of the launch look at what the request says, not at what its
/// instance got. Source: EC2 API Reference, DescribeSpotInstanceRequests.
/// </summary>
internal static class SpotRequestFilters
{
    /// <summary>All of them.</summary>
    public static Filters<SpotRequestRecord> All { get; } = Interfaces(Devices(new Filters<SpotRequestRecord>()

        // Groups of requests are refused, so that none is in one.
        .Many("availability-zone-group", _ => [])
        .Many("launch-group", _ => [])
        .One("create-time", r => r.CreateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .One("fault-code", r => r.FaultCode)
        .One("fault-message", r => r.FaultMessage)
        .One("instance-id", r => r.InstanceId)
        .Many("launch.group-id", r => SpotRequestView.Launch(r).SecurityGroupIds ?? [])
        .Many("launch.group-name", GroupNames)
        .One("launch.image-id", r => SpotRequestView.Launch(r).ImageId)
        .One("launch.instance-type", r => r.InstanceType)
        .One("launch.kernel-id", r => SpotRequestView.Launch(r).KernelId)
        .One("launch.key-name", r => SpotRequestView.Launch(r).KeyName)
        .Flag("launch.monitoring-enabled", r => SpotRequestView.Launch(r).Monitoring?.Enabled == true)
        .One("launch.ramdisk-id", r => SpotRequestView.Launch(r).RamdiskId)
        .One("launched-availability-zone", r => r.State == SpotInstanceState.Active ? r.Zone : null)
        .One("launched-availability-zone-id", (r, call) => r is { State: SpotInstanceState.Active, Zone: { } zone }
            ? Zones.RegionOf(call).ZoneNamed(zone)?.Id : null)
        .One("product-description", _ => "Linux/UNIX")
        .One("spot-instance-request-id", r => r.Id.Value)
        .One("spot-price", (r, call) => SpotRequestView.PriceOf(r, call))
        .One("state", r => r.State.ToWire())
        .One("status-code", r => r.StatusCode)
        .One("status-message", r => SpotStatus.MessageOf(r.StatusCode))
        .One("type", r => r.Type.ToWire())
        .One("valid-from", r => r.ValidFrom?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .One("valid-until", r => r.ValidUntil?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .Tags(r => r.Id.Value)));

    private static Filters<SpotRequestRecord> Devices(Filters<SpotRequestRecord> filters)
    {
        const string Prefix = "launch.block-device-mapping.";
        return filters
            .Many(Prefix + "delete-on-termination", r => Disks(r).Select(d => Written(d.Ebs?.DeleteOnTermination)))
            .Many(Prefix + "device-name", r => Disks(r).Select(d => d.DeviceName))
            .Many(Prefix + "snapshot-id", r => Disks(r).Select(d => d.Ebs?.SnapshotId))
            .Many(Prefix + "volume-size", r => Disks(r).Select(d => Written(d.Ebs?.VolumeSize)))
            .Many(Prefix + "volume-type", r => Disks(r).Select(d => d.Ebs?.VolumeType?.ToWire()));
    }

    private static Filters<SpotRequestRecord> Interfaces(Filters<SpotRequestRecord> filters)
    {
        const string Prefix = "network-interface.";
        return filters
            .Many(Prefix + "addresses.primary", r => Faces(r)
                .SelectMany(f => f.PrivateIpAddresses ?? []).Select(a => Written(a.Primary == true)))
            .Many(Prefix + "delete-on-termination", r => Faces(r).Select(f => Written(f.DeleteOnTermination)))
            .Many(Prefix + "description", r => Faces(r).Select(f => f.Description))
            .Many(Prefix + "device-index", r => Faces(r).Select(f => Written(f.DeviceIndex)))
            .Many(Prefix + "group-id", r => Faces(r).SelectMany(f => f.Groups ?? []))
            .Many(Prefix + "network-interface-id", r => Faces(r).Select(f => f.NetworkInterfaceId))
            .Many(Prefix + "private-ip-address", r => Faces(r).SelectMany(f => (f.PrivateIpAddresses ?? [])
                .Where(a => a.Primary == true).Select(a => a.PrivateIpAddress).Append(f.PrivateIpAddress)))
            .Many(Prefix + "subnet-id", r => Faces(r).Select(f => f.SubnetId)
                .Append(SpotRequestView.Launch(r).SubnetId));
    }

    // Groups are named by id, or by name in the default VPC.
    private static IEnumerable<string?> GroupNames(SpotRequestRecord request, ReadCall call)
    {
        var launch = ShapeJson.Read<RunInstancesRequest>(request.Launch);
        return (launch.SecurityGroupIds ?? [])
            .Select(id => call.Read(Tables.SecurityGroups).Find(new(id))?.Name)
            .Concat(launch.SecurityGroups ?? []);
    }

    private static IReadOnlyList<BlockDeviceMapping> Disks(SpotRequestRecord request) =>
        SpotRequestView.Launch(request).BlockDeviceMappings ?? [];

    private static IReadOnlyList<InstanceNetworkInterfaceSpecification> Faces(SpotRequestRecord request) =>
        SpotRequestView.Launch(request).NetworkInterfaces ?? [];

    private static string? Written(bool? value) => value switch { true => "true", false => "false", _ => null };

    private static string? Written(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
