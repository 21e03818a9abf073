using Orrery.Contracts.Instances;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Reads launch configurations. Source: API Reference, CreateLaunchConfiguration.</summary>
internal static class ConfigurationRules
{
    /// <summary>What instances are launched with.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static SupplyParameters Of(CreateLaunchConfigurationRequest request)
    {
        Refuse(request.InstanceId is not null, "InstanceId of a launch configuration");
        Refuse(request.ClassicLinkVPCId is not null, "ClassicLinkVPCId");
        Refuse(request.ClassicLinkVPCSecurityGroups is { Count: > 0 }, "ClassicLinkVPCSecurityGroups");
        Refuse(request.KernelId is { Length: > 0 }, "KernelId");
        Refuse(request.RamdiskId is { Length: > 0 }, "RamdiskId");
        if (request.ImageId is null || request.InstanceType is null)
            throw Errors.Invalid("Valid requests must contain either the InstanceID parameter or both the ImageId and "
                + "InstanceType parameters.");
        return new()
        {
            ImageId = request.ImageId,
            InstanceType = request.InstanceType,
            KeyName = request.KeyName,
            SecurityGroups = [.. request.SecurityGroups ?? []],
            UserData = request.UserData is "" ? null : request.UserData,
            Devices = [.. (request.BlockDeviceMappings ?? []).Select(Device)],
            Monitoring = request.InstanceMonitoring?.Enabled ?? true,
            SpotPrice = request.SpotPrice,
            InstanceProfile = request.IamInstanceProfile,
            EbsOptimized = request.EbsOptimized,
            AssociatePublicIp = request.AssociatePublicIpAddress,
            Tenancy = request.PlacementTenancy,
            MetadataTokens = request.MetadataOptions?.HttpTokens?.ToWire(),
            MetadataHopLimit = request.MetadataOptions?.HttpPutResponseHopLimit,
            MetadataEndpoint = request.MetadataOptions?.HttpEndpoint?.ToWire(),
        };
    }

    private static void Refuse(bool isAsked, string what)
    {
        if (isAsked) throw Errors.NotServed(what);
    }

    private static SupplyDevice Device(BlockDeviceMapping mapping) => new()
    {
        Name = mapping.DeviceName!,
        VirtualName = mapping.VirtualName,
        IsAbsent = mapping.NoDevice,
        SnapshotId = mapping.Ebs?.SnapshotId,
        Size = mapping.Ebs?.VolumeSize,
        Type = mapping.Ebs?.VolumeType,
        DeleteOnTermination = mapping.Ebs?.DeleteOnTermination,
        Iops = mapping.Ebs?.Iops,
        Encrypted = mapping.Ebs?.Encrypted,
        Throughput = mapping.Ebs?.Throughput,
    };
}
