using Orrery.Contracts.Instances;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Launch configurations as the API writes them.</summary>
internal static class ConfigurationView
{
    /// <summary>A launch configuration.</summary>
    public static LaunchConfiguration Of(LaunchConfigurationRecord record)
    {
        var from = record.Parameters;
        return new()
        {
            LaunchConfigurationName = record.Name,
            LaunchConfigurationARN = record.Arn,
            CreatedTime = record.Created,
            ImageId = from.ImageId,
            InstanceType = from.InstanceType,
            KeyName = from.KeyName ?? "",
            SecurityGroups = from.SecurityGroups,
            ClassicLinkVPCSecurityGroups = [],
            UserData = from.UserData ?? "",
            KernelId = "",
            RamdiskId = "",
            BlockDeviceMappings = [.. from.Devices.Select(Device)],
            InstanceMonitoring = new() { Enabled = from.Monitoring },
            SpotPrice = from.SpotPrice,
            IamInstanceProfile = from.InstanceProfile,
            EbsOptimized = from.EbsOptimized ?? false,
            AssociatePublicIpAddress = from.AssociatePublicIp,
            PlacementTenancy = from.Tenancy,
            MetadataOptions = Metadata(from),
        };
    }

    private static InstanceMetadataOptions? Metadata(SupplyParameters from) =>
        (from.MetadataTokens, from.MetadataHopLimit, from.MetadataEndpoint) is (null, null, null) ? null : new()
        {
            HttpTokens = from.MetadataTokens is { } tokens ? InstanceMetadataHttpTokensStateWire.Parse(tokens) : null,
            HttpPutResponseHopLimit = from.MetadataHopLimit,
            HttpEndpoint = from.MetadataEndpoint is { } endpoint
                ? InstanceMetadataEndpointStateWire.Parse(endpoint) : null,
        };

    private static BlockDeviceMapping Device(SupplyDevice device) => new()
    {
        DeviceName = device.Name,
        VirtualName = device.VirtualName,
        NoDevice = device.IsAbsent,
        Ebs = device.IsAbsent == true || device.VirtualName is not null ? null : new()
        {
            SnapshotId = device.SnapshotId,
            VolumeSize = device.Size,
            VolumeType = device.Type,
            DeleteOnTermination = device.DeleteOnTermination,
            Iops = device.Iops,
            Encrypted = device.Encrypted,
            Throughput = device.Throughput,
        },
    };
}
