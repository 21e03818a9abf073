using Orrery.Services.ApplicationAutoScaling.Operations.Activities;
using Orrery.Services.ApplicationAutoScaling.Operations.Policies;
using Orrery.Services.ApplicationAutoScaling.Operations.Schedules;
using Orrery.Services.ApplicationAutoScaling.Operations.Tags;
using Orrery.Services.ApplicationAutoScaling.Operations.Targets;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Tests.Unit.Services.ApplicationAutoScaling;

/// <summary>Scalable targets. Source: Application Auto Scaling API Reference, RegisterScalableTarget.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData(3, 1, 10, 3, null)]
    [InlineData(1, 2, 10, 2, "minimum capacity was set to 2")]
    [InlineData(12, 2, 10, 10, "maximum capacity was set to 10")]
    public void Registering_brings_the_capacity_within_the_limits(
        int capacity, int min, int max, int becomes, string? cause)
    {
        var plant = Plant.New(capacity).Register(min, max);
        Assert.Equal(becomes, plant.Capacity);
        Assert.Equal(cause, plant.Done.SingleOrDefault()?.Cause);
        if (cause is null) return;
        Assert.Equal(
            ($"Setting desired count to {becomes}.",
                $"Successfully set desired count to {becomes}. Change successfully fulfilled by ecs.",
                ScalingActivityStatusCode.Successful),
            (plant.Done[0].Description, plant.Done[0].StatusMessage, plant.Done[0].StatusCode!.Value));
    }

    [Fact]
    public void What_is_not_in_use_is_left_alone_until_it_is()
    {
        var plant = Plant.New(1);
        plant.Change(tank => tank with { IsActive = false });
        plant.Register(2, 10);
        Assert.Equal(1, plant.Capacity);
        plant.Change(tank => tank with { IsActive = true });
        plant.Register(null, null);
        Assert.Equal(2, plant.Capacity);
    }

    [Fact]
    public void A_target_is_told_of_and_changes_only_in_what_is_named()
    {
        var plant = Plant.New(3).Register(1, 10);
        plant.Register(Plant.Of(null, 5) with { SuspendedState = new() { DynamicScalingInSuspended = true } });
        plant.Register(Plant.Of(2, null) with { SuspendedState = new() { ScheduledScalingSuspended = true } });
        var target = plant.Target;
        Assert.Equal((2, 5), (target.MinCapacity!.Value, target.MaxCapacity!.Value));
        Assert.Equal(
            (true, false, true),
            (target.SuspendedState!.DynamicScalingInSuspended!.Value,
                target.SuspendedState.DynamicScalingOutSuspended!.Value,
                target.SuspendedState.ScheduledScalingSuspended!.Value));
        Assert.Equal(
            "arn:aws:iam::123456789012:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/"
            + "AWSServiceRoleForApplicationAutoScaling_ECSService", target.RoleARN);
        Assert.Matches(
            "^arn:aws:application-autoscaling:eu-west-1:123456789012:scalable-target/[a-z0-9]+$",
            target.ScalableTargetARN!);
        Assert.Equal(Rig.Start, target.CreationTime);
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(1, null)]
    [InlineData(6, 5)]
    [InlineData(-1, 5)]
    public void Limits_that_cannot_be_are_refused(int? min, int? max)
    {
        var plant = Plant.New(3);
        Assert.Equal("ValidationException", Refused(plant, Plant.Of(min, max)));
        Assert.Empty(Targets(plant, new() { ServiceNamespace = ServiceNamespace.Ecs }));
    }

    [Fact]
    public void What_nobody_offers_is_refused_by_name()
    {
        var plant = Plant.New(3);
        var request = Plant.Of(1, 5);
        var refusal = Assert.Throws<Orrery.Core.ServiceException>(() => plant.Register(request with
        {
            ServiceNamespace = ServiceNamespace.Ec2,
            ScalableDimension = ScalableDimension.Ec2SpotFleetRequestTargetCapacity,
        }));
        Assert.Equal("ValidationException", refusal.Code);
        Assert.Contains("ec2:spot-fleet-request:TargetCapacity", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("ValidationException", Refused(plant, request with
        {
            ServiceNamespace = ServiceNamespace.CustomResource,
            ScalableDimension = ScalableDimension.CustomResourceResourceTypeProperty,
        }));
        Assert.Equal("ValidationException", Refused(plant, request with { ServiceNamespace = ServiceNamespace.Rds }));
        Assert.Equal("ValidationException", Refused(plant, request with { ResourceId = "service/default/none" }));
        Assert.Equal("ValidationException", Refused(plant, request with
        {
            ServiceNamespace = ServiceNamespace.Dynamodb,
            ScalableDimension = ScalableDimension.DynamodbTableReadCapacityUnits,
            MinCapacity = 0,
        }));
    }

    [Fact]
    public void Deregistering_takes_policies_alarms_and_actions_with_it()
    {
        var plant = Plant.New(3).Register(1, 10);
        plant.Put(Plant.Tracking(50));
        plant.Rig.Run(new PutScheduledAction(), new PutScheduledActionRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Plant.Id,
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount, ScheduledActionName = "up",
            Schedule = "rate(1 hour)", ScalableTargetAction = new() { MinCapacity = 5 },
        });
        Assert.Equal(2, plant.Alarms.Count);
        var request = new DeregisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Plant.Id,
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
        };
        plant.Rig.Run(new DeregisterScalableTarget(), request);
        plant.Rig.Advance(TimeSpan.FromHours(3));
        Assert.Equal(3, plant.Capacity);
        Assert.Empty(plant.Alarms);
        Assert.Empty(plant.Rig.Run(
            new DescribeScalingPolicies(), new DescribeScalingPoliciesRequest
            {
                ServiceNamespace = ServiceNamespace.Ecs,
            }).ScalingPolicies!);
        Assert.Empty(plant.Rig.Run(
            new DescribeScheduledActions(), new DescribeScheduledActionsRequest
            {
                ServiceNamespace = ServiceNamespace.Ecs,
            }).ScheduledActions!);
        Assert.Equal(
            "ObjectNotFoundException", plant.Rig.Refused(new DeregisterScalableTarget(), request));
        Assert.Equal("ObjectNotFoundException", plant.Rig.Refused(new PutScalingPolicy(), Plant.Tracking(50)));
    }

    [Fact]
    public void Targets_are_tagged_by_their_arn()
    {
        var plant = Plant.New(3).Register(Plant.Of(1, 5) with
        {
            Tags = new Dictionary<string, string> { ["team"] = "shop" },
        });
        var arn = plant.Target.ScalableTargetARN!;
        plant.Rig.Run(new TagResource(), new TagResourceRequest
        {
            ResourceARN = arn, Tags = new Dictionary<string, string> { ["team"] = "web", ["tier"] = "1" },
        });
        plant.Rig.Run(new UntagResource(), new UntagResourceRequest { ResourceARN = arn, TagKeys = ["tier", "none"] });
        var told = plant.Rig.Run(new ListTagsForResource(), new ListTagsForResourceRequest { ResourceARN = arn });
        Assert.Equal([KeyValuePair.Create("team", "web")], told.Tags!);
        Assert.Equal("ValidationException", plant.Rig.Refused(new TagResource(), new TagResourceRequest
        {
            ResourceARN = arn, Tags = new Dictionary<string, string> { ["aws:x"] = "1" },
        }));
        Assert.Equal("TooManyTagsException", plant.Rig.Refused(new TagResource(), new TagResourceRequest
        {
            ResourceARN = arn, Tags = Enumerable.Range(0, 51).ToDictionary(i => $"k{i}", i => ""),
        }));
        Assert.Equal("ResourceNotFoundException", plant.Rig.Refused(
            new ListTagsForResource(), new ListTagsForResourceRequest { ResourceARN = arn + "x" }));
        Assert.Equal("ValidationException", Refused(plant, Plant.Of(1, 5) with
        {
            Tags = new Dictionary<string, string> { ["a"] = "b" },
        }));
    }

    [Fact]
    public void Targets_are_found_by_resource_and_dimension_page_by_page()
    {
        var plant = Plant.New(3).Register(1, 5);
        plant.Rig.Do(call =>
        {
            call.Write(Tanks.Table).Put(new() { Key = new("service/default/api"), Capacity = 2 });
            return 0;
        });
        plant.Register(Plant.Of(1, 5) with { ResourceId = "service/default/api" });
        var request = new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Ecs, MaxResults = 1 };
        var first = plant.Rig.Run(new DescribeScalableTargets(), request);
        var second = plant.Rig.Run(new DescribeScalableTargets(), request with { NextToken = first.NextToken });
        Assert.Equal("service/default/api", Assert.Single(first.ScalableTargets!).ResourceId);
        Assert.Equal(Plant.Id, Assert.Single(second.ScalableTargets!).ResourceId);
        Assert.Null(second.NextToken);
        Assert.Single(Targets(plant, request with { ResourceIds = [Plant.Id], MaxResults = null }));
        Assert.Empty(Targets(plant, new() { ServiceNamespace = ServiceNamespace.Rds }));
        Assert.Equal("ValidationException", Refused(plant, request with { MaxResults = 51 }));
        Assert.Equal("InvalidNextTokenException", Refused(plant, request with { NextToken = "x" }));
        Assert.Equal("ValidationException", Refused(plant, request with
        {
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
        }));
    }

    [Fact]
    public void Activities_are_kept_for_six_weeks()
    {
        var plant = Plant.New(1).Register(2, 5);
        Assert.Single(plant.Done);
        plant.Rig.Advance(TimeSpan.FromDays(43));
        Assert.Empty(plant.Done);
        Assert.Equal("ValidationException", plant.Rig.Refused(
            new DescribeScalingActivities(), new DescribeScalingActivitiesRequest
            {
                ServiceNamespace = ServiceNamespace.Ecs,
                ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
            }));
    }

    private static IReadOnlyList<ScalableTarget> Targets(Plant plant, DescribeScalableTargetsRequest request) =>
        plant.Rig.Run(new DescribeScalableTargets(), request).ScalableTargets!;

    private static string Refused(Plant plant, RegisterScalableTargetRequest request) =>
        plant.Rig.Refused(new RegisterScalableTarget(), request);

    private static string Refused(Plant plant, DescribeScalableTargetsRequest request) =>
        plant.Rig.Refused(new DescribeScalableTargets(), request);
}
