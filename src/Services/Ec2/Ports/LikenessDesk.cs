using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Tells what others like an instance would be launched with.</summary>
internal sealed class LikenessDesk : IInstanceLikeness
{
    /// <inheritdoc/>
    public InstanceLikeness? Of(ReadCall call, string instanceId) =>
        call.Read(InstanceTables.Instances).Find(new(instanceId)) is not { } instance ? null : new(
            Parameters(call, instance),
            new(
                instance.SubnetId.Value, instance.VpcId.Value, instance.AvailabilityZone, instance.AvailabilityZoneId),
            instance.State == InstanceStateName.Running,
            TagStore.Of(call, instance.Id.Value).Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal))
                .ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal));

    private static SupplyParameters Parameters(ReadCall call, InstanceRecord instance)
    {
        var view = InstanceView.Of(instance, call);
        return new()
        {
            ImageId = instance.ImageId,
            InstanceType = instance.InstanceType,
            KeyName = instance.KeyName,
            SecurityGroups = [.. InstanceInterfaces.Of(call, instance)
                .Where(face => face.Attachment!.DeviceIndex == 0).SelectMany(face => face.Groups)
                .Select(group => group.Value)],
            UserData = instance.UserData,
            Monitoring = instance.Monitoring is MonitoringState.Enabled or MonitoringState.Pending,
            InstanceProfile = view.IamInstanceProfile?.Arn,
            EbsOptimized = instance.EbsOptimized,
            AssociatePublicIp = instance.AssociatePublicIp,
            Tenancy = instance.Tenancy == Tenancy.Default ? null : instance.Tenancy.ToWire(),
            MetadataTokens = view.MetadataOptions?.HttpTokens?.ToWire(),
            MetadataHopLimit = view.MetadataOptions?.HttpPutResponseHopLimit,
            MetadataEndpoint = view.MetadataOptions?.HttpEndpoint?.ToWire(),
        };
    }
}
