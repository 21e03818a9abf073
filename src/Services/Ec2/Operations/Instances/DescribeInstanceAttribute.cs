using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Views;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Tells one attribute of an instance. What it does not have, such as a kernel, is told as empty.</summary>
public sealed class DescribeInstanceAttribute
    : IReadOperation<DescribeInstanceAttributeRequest, DescribeInstanceAttributeResult>
{
    /// <inheritdoc/>
    public DescribeInstanceAttributeResult Run(DescribeInstanceAttributeRequest request, ReadCall call)
    {
        var instance = InstanceKinds.Instance.Get(call, request.InstanceId!);
        var answer = new DescribeInstanceAttributeResult { InstanceId = instance.Id.Value };
        return request.Attribute switch
        {
            InstanceAttributeName.InstanceType => answer with { InstanceType = Text(instance.InstanceType) },
            InstanceAttributeName.UserData => answer with { UserData = Text(instance.UserData) },
            InstanceAttributeName.DisableApiTermination =>
                answer with { DisableApiTermination = Flag(instance.DisableApiTermination) },
            InstanceAttributeName.DisableApiStop => answer with { DisableApiStop = Flag(instance.DisableApiStop) },
            InstanceAttributeName.InstanceInitiatedShutdownBehavior => answer with
            {
                InstanceInitiatedShutdownBehavior = Text(instance.ShutdownBehavior.ToWire()),
            },
            InstanceAttributeName.SourceDestCheck => answer with
            {
                SourceDestCheck = Flag(InstanceInterfaces.Single(call, instance).SourceDestCheck),
            },
            InstanceAttributeName.GroupSet => answer with
            {
                Groups = NetworkInterfaceView.GroupsOf(InstanceInterfaces.Single(call, instance), call),
            },
            InstanceAttributeName.EbsOptimized => answer with { EbsOptimized = Flag(instance.EbsOptimized) },
            InstanceAttributeName.EnaSupport =>
                answer with { EnaSupport = Flag(InstanceTypeCatalog.Get(instance.InstanceType).Ena) },
            InstanceAttributeName.EnclaveOptions => answer with { EnclaveOptions = new() { Enabled = false } },
            InstanceAttributeName.RootDeviceName =>
                answer with { RootDeviceName = Text(InstanceVolumes.RootOf(call, instance)) },
            InstanceAttributeName.BlockDeviceMapping =>
                answer with { BlockDeviceMappings = VolumeView.DevicesOf(instance, call) },
            InstanceAttributeName.ProductCodes => answer with { ProductCodes = [] },
            InstanceAttributeName.Kernel => answer with { KernelId = Text(null) },
            InstanceAttributeName.Ramdisk => answer with { RamdiskId = Text(null) },
            InstanceAttributeName.SriovNetSupport =>
                answer with { SriovNetSupport = Text(ImageOf.Of(call, instance).SriovNetSupport) },
            _ => throw Errors.Missing("attribute"),
        };
    }

    private static AttributeValue Text(string? value) => new() { Value = value };

    private static AttributeBooleanValue Flag(bool value) => new() { Value = value };
}
