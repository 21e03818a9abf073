using Orrery.Core;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Operations.Placement;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;
using LaunchTemplateSpecification = Orrery.Wire.Generated.Autoscaling.LaunchTemplateSpecification;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Where groups launch and what from, and what is refused of it. Source: API Reference, CreateAutoScalingGroup; EC2
/// Auto Scaling User Guide, "Auto Scaling launch templates".
/// </summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("subnet-12345678")]
    [InlineData("vpc-12345678")]
    public void A_subnet_that_there_is_not_is_refused_with_an_error_of_Auto_Scaling(string subnet)
    {
        var refusal = Refused(Scaler.New(), Scaler.Of(0, 1) with
        {
            VPCZoneIdentifier = subnet, AvailabilityZones = null,
        });
        Assert.Equal(("ValidationError", $"The subnet ID '{subnet}' does not exist"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void So_is_a_zone_that_there_is_not_of_a_new_group_and_of_one_that_is_changed()
    {
        var scaler = Scaler.New();
        Assert.Equal("ValidationError", Refused(scaler, Scaler.Of(0, 1) with { AvailabilityZones = ["x"] }).Code);
        scaler.Make(0, 1);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, AvailabilityZones = ["eu-west-1z"],
        }));
    }

    [Fact]
    public void A_cluster_placement_group_is_in_one_zone()
    {
        var scaler = Scaler.New();
        foreach (var strategy in new[] { PlacementStrategy.Cluster, PlacementStrategy.Spread })
        {
            scaler.Rig.Run(new CreatePlacementGroup(), new CreatePlacementGroupRequest
            {
                GroupName = strategy.ToWire(), Strategy = strategy,
            });
        }

        var clustered = Scaler.Of(0, 1) with { PlacementGroup = "cluster" };
        var refusal = Refused(scaler, clustered);
        Assert.Equal(
            ("ValidationError", "You cannot specify multiple Availability Zones and a cluster placement group."),
            (refusal.Code, refusal.Message));
        scaler.Make(clustered with { AvailabilityZones = [Scaler.Zones[0]] });
        Assert.Equal("ValidationError", Change(scaler, new() { AvailabilityZones = Scaler.Zones }));
        Assert.Null(Change(scaler, new() { AvailabilityZones = Scaler.Zones, PlacementGroup = "spread" }));
        Assert.Equal("ValidationError", Change(scaler, new() { PlacementGroup = "cluster" }));
        Assert.Equal("spread", scaler.Now().PlacementGroup);
    }

    [Theory]
    [InlineData(null, "t3.micro", "ImageId")]
    [InlineData("ami-0123456789abcdef0", null, "InstanceType")]
    public void A_template_says_what_a_group_cannot(string? image, string? type, string lacks)
    {
        var scaler = Scaler.New().Make(0, 1);
        scaler.Rig.Run(new CreateLaunchTemplate(), new CreateLaunchTemplateRequest
        {
            LaunchTemplateName = "part",
            LaunchTemplateData = new()
            {
                ImageId = image,
                InstanceType = type is null ? null : InstanceTypeWire.Parse(type),
                EbsOptimized = false,
            },
        });
        var part = new LaunchTemplateSpecification { LaunchTemplateName = "part" };
        var refusal = Refused(scaler, Scaler.Of(0, 1) with { AutoScalingGroupName = "part", LaunchTemplate = part });
        Assert.Equal(
            ("ValidationError", "You must use a valid fully-formed launch template. The request must contain the "
                + $"parameter {lacks}"),
            (refusal.Code, refusal.Message));
        Assert.Equal("ValidationError", Change(scaler, new() { LaunchTemplate = part }));
        Assert.Equal(Scaler.Template, scaler.Now().LaunchTemplate!.LaunchTemplateName);
    }

    private static ServiceException Refused(Scaler scaler, CreateAutoScalingGroupRequest request) =>
        Assert.Throws<ServiceException>(() => scaler.Make(request));

    private static string? Change(Scaler scaler, UpdateAutoScalingGroupRequest request) =>
        (Record.Exception(() => scaler.Rig.Run(
            new UpdateAutoScalingGroup(), request with { AutoScalingGroupName = Scaler.Group }))
            as ServiceException)?.Code;
}
