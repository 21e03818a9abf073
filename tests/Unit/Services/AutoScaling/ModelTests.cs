using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.LaunchConfigurations;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Groups and configurations made of an instance, and zones by id. Source: EC2 Auto Scaling User Guide, "Create an Auto
/// Scaling group using parameters from an existing instance"; API Reference, CreateLaunchConfiguration.
/// </summary>
public sealed class ModelTests
{
    [Fact]
    public void A_group_of_an_instance_has_a_configuration_of_its_name_the_subnet_and_the_tags()
    {
        var scaler = Scaler.New();
        var model = Run(scaler);
        scaler.Make(new CreateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceId = model.InstanceId, MinSize = 1, MaxSize = 2,
        });
        var group = scaler.Now();
        Assert.Equal((Scaler.Group, model.SubnetId), (group.LaunchConfigurationName, group.VPCZoneIdentifier));
        Assert.Equal("Name=model", string.Join(' ', group.Tags!.Select(t => $"{t.Key}={t.Value}")));
        var one = Assert.Single(scaler.Serving);
        Assert.Equal((model.ImageId, "t3.small"), (one.ImageId, one.InstanceType));
    }

    [Fact]
    public void A_configuration_of_an_instance_takes_what_the_request_names_first()
    {
        var scaler = Scaler.New();
        var model = Run(scaler);
        scaler.Rig.Run(new CreateLaunchConfiguration(), new CreateLaunchConfigurationRequest
        {
            LaunchConfigurationName = "like", InstanceId = model.InstanceId, InstanceType = "t3.large",
        });
        var made = Assert.Single(scaler.Rig.Run(
            new DescribeLaunchConfigurations(), new DescribeLaunchConfigurationsRequest()).LaunchConfigurations!);
        Assert.Equal((model.ImageId, "t3.large"), (made.ImageId, made.InstanceType));
        Assert.Equal(model.SecurityGroups!.Select(g => g.GroupId), made.SecurityGroups);
        Assert.Empty(made.BlockDeviceMappings!);
    }

    [Fact]
    public void There_has_to_be_such_an_instance_that_runs()
    {
        var scaler = Scaler.New();
        var model = Run(scaler);
        scaler.Kill(model.InstanceId!);
        foreach (var id in new[] { model.InstanceId!, "i-0123456789abcdef0" })
        {
            Assert.Equal("ValidationError", scaler.Rig.Refused(new CreateAutoScalingGroup(), new()
            {
                AutoScalingGroupName = Scaler.Group, InstanceId = id, MinSize = 1, MaxSize = 2,
            }));
        }
    }

    [Fact]
    public void Zones_may_be_named_by_id()
    {
        var scaler = Scaler.New();
        var request = Scaler.Of(2, 2) with { AvailabilityZones = null, AvailabilityZoneIds = ["euw1-az1", "euw1-az2"] };
        scaler.Make(request);
        Assert.Equal(["euw1-az1", "euw1-az2"], scaler.Serving.Select(i => i.AvailabilityZoneId).Order());
        Assert.Equal(["euw1-az1", "euw1-az2"], scaler.Now().AvailabilityZoneIds!.Order());
        foreach (var wrong in new[]
        {
            request with { AutoScalingGroupName = "x", AvailabilityZones = Scaler.Zones },
            request with { AutoScalingGroupName = "x", AvailabilityZoneIds = ["use1-az1"] },
        })
        {
            Assert.Equal("ValidationError", scaler.Rig.Refused(new CreateAutoScalingGroup(), wrong));
        }
    }

    private static Orrery.Wire.Generated.Ec2.Instance Run(Scaler scaler)
    {
        var id = scaler.Rig.Run(new RunInstances(), new RunInstancesRequest
        {
            ImageId = "ami-0123456789abcdef0",
            InstanceType = InstanceType.T3Small,
            MinCount = 1,
            MaxCount = 1,
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Instance, Tags = [new() { Key = "Name", Value = "model" }] },
            ],
        }).Instances![0].InstanceId!;
        scaler.Rig.Advance(TimeSpan.Zero);
        return scaler.Rig.Run(new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = [id] })
            .Reservations![0].Instances![0];
    }
}
