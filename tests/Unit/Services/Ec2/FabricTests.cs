using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Elastic Fabric Adapters: EC2 user guide, "Elastic Fabric Adapter for AI/ML and HPC workloads".</summary>
public sealed class FabricTests
{
    private readonly Cloud _cloud = Fleet.New();
    private readonly string _subnet;

    public FabricTests() => _subnet = _cloud.Subnet(_cloud.Vpc());

    [Theory]
    [InlineData(NetworkInterfaceCreationType.Efa)]
    [InlineData(NetworkInterfaceCreationType.EfaOnly)]
    public void It_is_attached_to_stopped_instances_of_types_that_have_it(NetworkInterfaceCreationType type)
    {
        var face = New(type);
        var micro = _cloud.Launch(_subnet);
        _cloud.Stop(micro);
        Assert.Equal("UnsupportedOperation", Refused(face, micro, 1));
        var large = Large();
        Assert.Equal("IncorrectInstanceState", Refused(face, large, 1));
        _cloud.Stop(large);
        var attachment = _cloud.Attach(face, large, 1);
        Assert.Equal("AttachmentLimitExceeded", Refused(New(type), large, 2));
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() =>
        {
            _cloud.Modify(new() { InstanceId = large, InstanceType = new() { Value = "m5.large" } });
            return null;
        }));
        _cloud.Start(large);
        var detach = new DetachNetworkInterfaceRequest { AttachmentId = attachment };
        Assert.Equal("IncorrectInstanceState", _cloud.Refused(new DetachNetworkInterface(), detach));
        _cloud.Stop(large);
        _cloud.Run(new DetachNetworkInterface(), detach);
    }

    [Fact]
    public void A_launch_takes_it_where_its_type_does()
    {
        RunInstancesRequest Launch(InstanceType type) => Fleet.One() with
        {
            InstanceType = type,
            NetworkInterfaces = [new() { DeviceIndex = 0, NetworkInterfaceId = New(NetworkInterfaceCreationType.Efa) }],
        };
        Assert.Equal("UnsupportedOperation", _cloud.Refused(new RunInstances(), Launch(InstanceType.M5Large)));
        Assert.Equal("efa", _cloud.Launch(Launch(InstanceType.C5n18xlarge)).NetworkInterfaces![0].InterfaceType);
    }

    private string Large() =>
        _cloud.Launch(Fleet.One(_subnet) with { InstanceType = InstanceType.C5n18xlarge }).InstanceId!;

    private string New(NetworkInterfaceCreationType type) => _cloud.Run(
        new CreateNetworkInterface(), new() { SubnetId = _subnet, InterfaceType = type })
        .NetworkInterface!.NetworkInterfaceId!;

    private string Refused(string face, string instance, int index) => _cloud.Refused(
        new AttachNetworkInterface(),
        new() { NetworkInterfaceId = face, InstanceId = instance, DeviceIndex = index });
}
