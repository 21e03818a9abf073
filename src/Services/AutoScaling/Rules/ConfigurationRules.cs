using System.Buffers.Text;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Reads launch configurations. Source: API Reference, CreateLaunchConfiguration; the words on types and user data are
/// those of aws/amazon-ecs-ami issue 188 and aws/aws-cli issue 65, those on the tenancy are guessed.
/// </summary>
internal static class ConfigurationRules
{
    /// <summary>What instances are launched with.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static SupplyParameters Of(ReadCall call, CreateLaunchConfigurationRequest request)
    {
        Refuse(request.ClassicLinkVPCId is not null, "ClassicLinkVPCId");
        Refuse(request.ClassicLinkVPCSecurityGroups is { Count: > 0 }, "ClassicLinkVPCSecurityGroups");
        Refuse(request.KernelId is { Length: > 0 }, "KernelId");
        Refuse(request.RamdiskId is { Length: > 0 }, "RamdiskId");
        if (request.InstanceId is { } id)
            return Checked(call, Over(request, InstanceModels.Get(call, id).Parameters));
        if (request.ImageId is null || request.InstanceType is null)
            throw Errors.Invalid("Valid requests must contain either the InstanceID parameter or both the ImageId and "
                + "InstanceType parameters.");
        return Checked(call, Over(request, new() { ImageId = request.ImageId, InstanceType = request.InstanceType }));
    }

    private static SupplyParameters Checked(ReadCall call, SupplyParameters read)
    {
        if (call.Port<IInstanceMarket>().Find(call, read.InstanceType) is null)
            throw Errors.Invalid($"The specified instance type {read.InstanceType} is not valid");
        if (read.Tenancy is not (null or "default" or "dedicated"))
            throw Errors.Invalid($"Invalid PlacementTenancy {read.Tenancy}: default or dedicated");
        if (read.UserData is { } data && !Base64.IsValid(data))
            throw Errors.Invalid("UserData does not appear to be base64 encoded");
        return read;
    }

    // What the request names goes before what an instance has.
    private static SupplyParameters Over(CreateLaunchConfigurationRequest request, SupplyParameters below) =>
        below with
        {
            ImageId = request.ImageId ?? below.ImageId,
            InstanceType = request.InstanceType ?? below.InstanceType,
            KeyName = request.KeyName ?? below.KeyName,
            SecurityGroups = request.SecurityGroups is { } groups ? [.. groups] : below.SecurityGroups,
            UserData = request.UserData is "" ? null : request.UserData ?? below.UserData,
            Devices = [.. (request.BlockDeviceMappings ?? []).Select(Device)],
            Monitoring = request.InstanceMonitoring?.Enabled ?? below.Monitoring,
            SpotPrice = request.SpotPrice,
            InstanceProfile = request.IamInstanceProfile ?? below.InstanceProfile,
            EbsOptimized = request.EbsOptimized ?? below.EbsOptimized,
            AssociatePublicIp = request.AssociatePublicIpAddress ?? below.AssociatePublicIp,
            Tenancy = request.PlacementTenancy ?? below.Tenancy,
            MetadataTokens = request.MetadataOptions?.HttpTokens?.ToWire() ?? below.MetadataTokens,
            MetadataHopLimit = request.MetadataOptions?.HttpPutResponseHopLimit ?? below.MetadataHopLimit,
            MetadataEndpoint = request.MetadataOptions?.HttpEndpoint?.ToWire() ?? below.MetadataEndpoint,
        };

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
