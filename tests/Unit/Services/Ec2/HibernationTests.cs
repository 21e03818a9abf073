using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// Instances that hibernate. Source: EC2 User Guide, "Hibernate your Amazon EC2 instance" and the pages under it; error
/// codes: EC2 API Reference, "Error codes".
/// </summary>
public sealed class HibernationTests
{
    private const string Code = "UnsupportedHibernationConfiguration";

    [Fact]
    public void An_instance_hibernates_and_awakes()
    {
        var cloud = Fleet.Slow();
        var id = cloud.Launch(Able()).InstanceId!;
        cloud.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([id], cloud.Found("hibernation-options.configured", "true"));
        Assert.True(cloud.Instance(id).HibernationOptions!.Configured);
        var address = cloud.Instance(id).PrivateIpAddress;

        cloud.Run(new StopInstances(), new StopInstancesRequest { InstanceIds = [id], Hibernate = true });
        Assert.Equal(
            (InstanceStateName.Stopping, "Client.UserInitiatedHibernate"),
            (cloud.StateOf(id), cloud.Instance(id).StateReason!.Code));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            (InstanceStateName.Stopped, "Client.UserInitiatedHibernate: User initiated hibernate"),
            (cloud.StateOf(id), cloud.Instance(id).StateReason!.Message));

        cloud.Start(id);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            (InstanceStateName.Running, address), (cloud.StateOf(id), cloud.Instance(id).PrivateIpAddress));
    }

    [Fact]
    public void What_hibernates_cannot_be_copied_or_get_another_type_before_it_awakes()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Able()).InstanceId!;
        cloud.Run(new StopInstances(), new StopInstancesRequest { InstanceIds = [id], Hibernate = true });
        var image = new CreateImageRequest { InstanceId = id, Name = "of-what-sleeps" };
        var type = new ModifyInstanceAttributeRequest { InstanceId = id, InstanceType = new() { Value = "t3.small" } };
        var volume = cloud.Instance(id).BlockDeviceMappings![0].Ebs!.VolumeId;
        Assert.Equal(Code, cloud.Refused(
            new CreateSnapshot(), new CreateSnapshotRequest { VolumeId = volume }));
        Assert.Equal(Code, cloud.Refused(new CreateImage(), image));
        Assert.Equal(Code, cloud.Refused(new ModifyInstanceAttribute(), type));
        cloud.Start(id);
        cloud.Stop(id);
        cloud.Run(new CreateImage(), image);
        cloud.Modify(type);
        Assert.Equal("Client.UserInitiatedShutdown", cloud.Instance(id).StateReason!.Code);
    }

    [Fact]
    public void Only_a_large_enough_encrypted_root_volume_of_a_type_for_it_can_hold_memory()
    {
        var cloud = Fleet.New();
        RunInstancesRequest[] requests =
        [
            Fleet.One() with { HibernationOptions = new() { Configured = true } },
            Able() with { BlockDeviceMappings = [Root(new() { Encrypted = false, VolumeSize = 8 })] },
            Able() with { InstanceType = InstanceType.T1Micro },
            Able() with { InstanceType = InstanceType.M5Xlarge },
            Able() with { InstanceType = InstanceType.R512xlarge },
        ];
        Assert.All(requests, request => Assert.Equal(Code, cloud.Refused(new RunInstances(), request)));
        cloud.Launch(Able() with
        {
            InstanceType = InstanceType.M5Xlarge,
            BlockDeviceMappings = [Root(new() { Encrypted = true, VolumeSize = 30 })],
        });
    }

    [Fact]
    public void What_was_not_launched_for_it_does_not_hibernate_and_nobody_is_forced_to()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        Assert.Equal(Code, cloud.Refused(
            new StopInstances(), new StopInstancesRequest { InstanceIds = [id], Hibernate = true }));
        var able = cloud.Launch(Able()).InstanceId!;
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new StopInstances(), new StopInstancesRequest { InstanceIds = [able], Hibernate = true, Force = true }));
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(able));
    }

    private static RunInstancesRequest Able() => Fleet.One() with
    {
        HibernationOptions = new() { Configured = true },
        BlockDeviceMappings = [Root(new() { Encrypted = true })],
    };

    private static BlockDeviceMapping Root(EbsBlockDevice ebs) => new() { DeviceName = "/dev/xvda", Ebs = ebs };
}
