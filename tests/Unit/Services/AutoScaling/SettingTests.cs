using System.Text.Json;
using Orrery.Contracts.Instances;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.LaunchConfigurations;
using Orrery.Services.AutoScaling.Operations.Notifications;
using Orrery.Services.AutoScaling.Operations.Tags;
using Orrery.Services.AutoScaling.Operations.Types;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Services.Sns.Operations.Subscriptions;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Autoscaling;
using Statistic = Orrery.Wire.Generated.Cloudwatch.Statistic;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Launch configurations, tags, notifications, group metrics and lists of types. Sources: API Reference; EC2 Auto
/// Scaling User Guide, "Amazon SNS notification options", "Monitor CloudWatch metrics".
/// </summary>
public sealed class SettingTests
{
    [Fact]
    public void A_group_launches_from_a_launch_configuration_which_stays_as_long_as_it_is_used()
    {
        var scaler = Scaler.New();
        scaler.Rig.Run(new CreateLaunchConfiguration(), new CreateLaunchConfigurationRequest
        {
            LaunchConfigurationName = "lc", ImageId = "ami-0123456789abcdef0", InstanceType = "t3.small",
        });
        scaler.Make(Scaler.Of(1, 1) with { LaunchTemplate = null, LaunchConfigurationName = "lc" });
        var instance = Assert.Single(scaler.Serving);
        Assert.Equal(("lc", "t3.small"), (instance.LaunchConfigurationName, instance.InstanceType));
        var gone = new DeleteLaunchConfigurationRequest { LaunchConfigurationName = "lc" };
        Assert.Equal("ResourceInUse", scaler.Rig.Refused(new DeleteLaunchConfiguration(), gone));
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, LaunchTemplate = new() { LaunchTemplateName = Scaler.Template },
        });
        scaler.Rig.Run(new DeleteLaunchConfiguration(), gone);
        Assert.Empty(scaler.Rig.Run(new DescribeLaunchConfigurations(), new DescribeLaunchConfigurationsRequest())
            .LaunchConfigurations!);
    }

    [Theory]
    [InlineData("m7a.huge", null, null, "The specified instance type m7a.huge is not valid")]
    [InlineData("t3.small", "host", null, "Invalid PlacementTenancy host: default or dedicated")]
    [InlineData("t3.small", null, "#!/bin/sh", "UserData does not appear to be base64 encoded")]
    [InlineData("t3.small", "dedicated", "IyEvYmluL3No", null)]
    public void A_launch_configuration_is_of_a_type_that_there_is(
        string type, string? tenancy, string? data, string? refusal)
    {
        var scaler = Scaler.New();
        var request = new CreateLaunchConfigurationRequest
        {
            LaunchConfigurationName = "lc", ImageId = "ami-0123456789abcdef0", InstanceType = type,
            PlacementTenancy = tenancy, UserData = data,
        };
        var thrown = Record.Exception(() => scaler.Rig.Run(new CreateLaunchConfiguration(), request));
        Assert.Equal(refusal, thrown?.Message);
        Assert.Equal(refusal is null ? 1 : 0, scaler.Rig.Run(
            new DescribeLaunchConfigurations(), new DescribeLaunchConfigurationsRequest())
            .LaunchConfigurations!.Count);
    }

    [Fact]
    public void An_order_of_a_type_that_is_not_known_launches_nothing()
    {
        var scaler = Scaler.New();
        var outcome = scaler.Rig.Do(call => call.Port<IInstanceSupply>().Launch(call, new()
        {
            Parameters = new() { ImageId = "ami-0123456789abcdef0", InstanceType = "m7a.huge" },
            SubnetId = call.Port<IInstanceSupply>().DefaultPlaceOf(call, Scaler.Zones[0]).SubnetId,
            Count = 1,
        }));
        Assert.Empty(outcome.Launched);
        Assert.Equal(
            ("InvalidParameterValue", "Invalid value 'm7a.huge' for InstanceType."),
            (outcome.Failure!.Code, outcome.Failure.Message));
    }

    [Fact]
    public void The_instance_of_the_launch_configuration_goes_before_those_of_the_template()
    {
        var scaler = Scaler.New();
        scaler.Rig.Run(new CreateLaunchConfiguration(), new()
        {
            LaunchConfigurationName = "lc", ImageId = "ami-0123456789abcdef0", InstanceType = "t3.small",
        });
        scaler.Make(Scaler.Of(0, 9, 3) with { LaunchTemplate = null, LaunchConfigurationName = "lc" });
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, DesiredCapacity = 6,
            LaunchTemplate = new() { LaunchTemplateName = Scaler.Template },
        });
        scaler.Desire(3);
        Assert.All(scaler.Serving, i => Assert.Equal("t3.micro", i.InstanceType));
        Assert.Equal([1, 1, 1], scaler.Spread);
    }

    [Fact]
    public void Tags_are_put_found_and_taken_away()
    {
        var scaler = Scaler.New().Make(0, 1);
        Tag Tag(string key, string? value) => new()
        {
            ResourceId = Scaler.Group, ResourceType = "auto-scaling-group", Key = key, Value = value,
            PropagateAtLaunch = true,
        };
        scaler.Rig.Run(
            new CreateOrUpdateTags(), new CreateOrUpdateTagsRequest { Tags = [Tag("a", "1"), Tag("b", "2")] });
        Assert.Equal(["a", "b"], Keys(null));
        Assert.Equal(["b"], Keys(new() { Name = "value", Values = ["2"] }));
        scaler.Rig.Run(new DeleteTags(), new DeleteTagsRequest { Tags = [Tag("a", null)] });
        Assert.Equal(["b"], scaler.Now().Tags!.Select(t => t.Key));
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new CreateOrUpdateTags(), new CreateOrUpdateTagsRequest { Tags = [Tag("aws:x", "1")] }));

        IEnumerable<string?> Keys(Filter? filter) => scaler.Rig.Run(
            new DescribeTags(), new DescribeTagsRequest { Filters = filter is null ? null : [filter] })
            .Tags!.Select(t => t.Key);
    }

    [Fact]
    public void A_topic_is_told_of_launches()
    {
        var scaler = Scaler.New().Make(0, 1);
        var topic = scaler.Rig.Run(new CreateTopic(), new() { Name = "told" }).TopicArn!;
        var url = scaler.Rig.Run(new CreateQueue(), new() { QueueName = "told" }).QueueUrl!;
        scaler.Rig.Run(new Subscribe(), new()
        {
            TopicArn = topic, Protocol = "sqs", Endpoint = "arn:aws:sqs:eu-west-1:123456789012:told",
        });
        scaler.Rig.Run(new PutNotificationConfiguration(), new PutNotificationConfigurationRequest
        {
            AutoScalingGroupName = Scaler.Group, TopicARN = topic,
            NotificationTypes = ["autoscaling:EC2_INSTANCE_LAUNCH"],
        });
        Assert.Equal(topic, Assert.Single(scaler.Rig.Run(
            new DescribeNotificationConfigurations(), new DescribeNotificationConfigurationsRequest())
            .NotificationConfigurations!).TopicARN);
        scaler.Desire(1);
        var id = scaler.Serving[0].InstanceId;
        scaler.Rig.Run(new DeleteNotificationConfiguration(), new DeleteNotificationConfigurationRequest
        {
            AutoScalingGroupName = Scaler.Group, TopicARN = topic,
        });
        scaler.Desire(0);
        scaler.Desire(1);
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        var told = scaler.Rig.Run(new ReceiveMessage(), new() { QueueUrl = url, MaxNumberOfMessages = 10 }).Messages!
            .Select(m => JsonDocument.Parse(JsonDocument.Parse(m.Body!).RootElement.GetProperty("Message").GetString()!)
                .RootElement).ToDictionary(m => m.GetProperty("Event").GetString()!);
        Assert.Equal(
            ["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:TEST_NOTIFICATION"],
            told.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(id, told["autoscaling:EC2_INSTANCE_LAUNCH"].GetProperty("EC2InstanceId").GetString());
    }

    [Fact]
    public void Metrics_of_a_group_are_collected_from_when_they_are_asked_for()
    {
        var scaler = Scaler.New().Make(1, 5);
        scaler.Rig.Advance(TimeSpan.FromMinutes(10));
        scaler.Rig.Run(new EnableMetricsCollection(), new EnableMetricsCollectionRequest
        {
            AutoScalingGroupName = Scaler.Group, Granularity = "1Minute", Metrics = ["GroupInServiceInstances"],
        });
        scaler.Rig.Advance(TimeSpan.FromMinutes(5));
        scaler.Desire(3);
        scaler.Rig.Advance(TimeSpan.FromMinutes(5));
        var points = scaler.Rig.Run(new GetMetricStatistics(), new()
        {
            Namespace = "AWS/AutoScaling",
            MetricName = "GroupInServiceInstances",
            Dimensions = [new() { Name = "AutoScalingGroupName", Value = Scaler.Group }],
            StartTime = Rig.Start,
            EndTime = Rig.Start.AddMinutes(20),
            Period = 60,
            Statistics = [Statistic.Average],
        }).Datapoints!.OrderBy(p => p.Timestamp).Select(p => p.Average!.Value).ToList();
        Assert.Equal([1, 1, 1, 1, 1, 3, 3, 3, 3, 3], points);
        scaler.Rig.Run(new DisableMetricsCollection(), new() { AutoScalingGroupName = Scaler.Group });
        Assert.Empty(scaler.Now().EnabledMetrics!);
    }

    [Fact]
    public void Types_are_listed()
    {
        var rig = Scaler.New().Make(0, 1).Rig;
        Assert.Equal(3, rig.Run(new DescribeAdjustmentTypes(), new()).AdjustmentTypes!.Count);
        Assert.Equal(9, rig.Run(new DescribeScalingProcessTypes(), new()).Processes!.Count);
        Assert.Equal(7, rig.Run(new DescribeTerminationPolicyTypes(), new()).TerminationPolicyTypes!.Count);
        Assert.Equal(25, rig.Run(new DescribeMetricCollectionTypes(), new()).Metrics!.Count);
        Assert.Equal(5, rig.Run(new DescribeAutoScalingNotificationTypes(), new()).AutoScalingNotificationTypes!.Count);
        Assert.Equal(2, rig.Run(new DescribeLifecycleHookTypes(), new()).LifecycleHookTypes!.Count);
        var limits = rig.Run(new DescribeAccountLimits(), new());
        Assert.Equal((500, 1), (limits.MaxNumberOfAutoScalingGroups, limits.NumberOfAutoScalingGroups));
    }
}
