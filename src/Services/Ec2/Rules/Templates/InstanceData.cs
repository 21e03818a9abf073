using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Templates;

/// <summary>An instance as the data of a launch template. Source: EC2 API Reference, GetLaunchTemplateData.</summary>
internal static class InstanceData
{
    /// <summary>What another instance like it would be launched with; addresses are not among it.</summary>
    public static ResponseLaunchTemplateData Of(InstanceRecord instance, ReadCall call)
    {
        var view = InstanceView.Of(instance, call);
        return new()
        {
            ImageId = view.ImageId,
            InstanceType = view.InstanceType,
            KeyName = view.KeyName,
            EbsOptimized = view.EbsOptimized,
            BlockDeviceMappings =
                [.. InstanceVolumes.Of(call, instance.Id).Select(v => Device(v.Volume, v.Attachment))],
            UserData = instance.UserData,
            DisableApiTermination = instance.DisableApiTermination,
            DisableApiStop = instance.DisableApiStop,
            InstanceInitiatedShutdownBehavior = instance.ShutdownBehavior,
            Monitoring = new() { Enabled = instance.Monitoring is MonitoringState.Enabled or MonitoringState.Pending },
            Placement = new()
            {
                AvailabilityZone = instance.AvailabilityZone,
                GroupName = view.Placement?.GroupName,
                Tenancy = instance.Tenancy,
                PartitionNumber = instance.PartitionNumber,
            },
            NetworkInterfaces = [.. InstanceInterfaces.Of(call, instance).Select(face => Interface(face, instance))],
            CreditSpecification = instance.CpuCredits is { } credits ? new() { CpuCredits = credits } : null,
            CapacityReservationSpecification = instance.Reservation is null ? null
                : ShapeJson.As<LaunchTemplateCapacityReservationSpecificationResponse>(
                    view.CapacityReservationSpecification!),
            CpuOptions = instance.Cpu is { } cpu
                ? new() { CoreCount = cpu.Cores, ThreadsPerCore = cpu.Threads }
                : null,
            MetadataOptions = ShapeJson.As<LaunchTemplateInstanceMetadataOptions>(view.MetadataOptions!),
            HibernationOptions = new() { Configured = instance.CanHibernate },
            EnclaveOptions = new() { Enabled = false },
            PrivateDnsNameOptions = new()
            {
                HostnameType = instance.HostnameType,
                EnableResourceNameDnsARecord = instance.EnableResourceNameDnsARecord,
                EnableResourceNameDnsAAAARecord = instance.EnableResourceNameDnsAaaaRecord,
            },
            TagSpecifications = TagStore.View(call, instance.Id.Value) is { Count: > 0 } tags
                ? [new() { ResourceType = ResourceType.Instance, Tags = tags }]
                : null,
        };
    }

    private static LaunchTemplateBlockDeviceMapping Device(VolumeRecord volume, VolumeAttachmentRecord attachment) =>
        new()
        {
            DeviceName = attachment.Device,
            Ebs = new()
            {
                Encrypted = volume.Encrypted,
                DeleteOnTermination = attachment.DeleteOnTermination,
                Iops = volume.Type == VolumeType.Gp2 ? null : volume.Iops,
                Throughput = volume.Throughput,
                KmsKeyId = volume.KmsKeyId,
                SnapshotId = volume.SnapshotId,
                VolumeSize = volume.Size,
                VolumeType = volume.Type,
            },
        };

    private static LaunchTemplateInstanceNetworkInterfaceSpecification Interface(
        NetworkInterfaceRecord face, InstanceRecord instance) => new()
    {
        DeviceIndex = face.Attachment!.DeviceIndex,
        SubnetId = face.SubnetId.Value,
        Groups = [.. face.Groups.Select(g => g.Value)],
        DeleteOnTermination = face.Attachment.DeleteOnTermination,
        Description = face.Description,
        AssociatePublicIpAddress = instance.AssociatePublicIp && face.Attachment.DeviceIndex == 0,
    };
}
