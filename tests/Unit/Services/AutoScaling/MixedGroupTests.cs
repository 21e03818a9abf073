using CsCheck;
using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Operations.Placement;
using Orrery.Wire.Generated.Autoscaling;
using Ec2Wire = Orrery.Wire.Generated.Ec2;
using Statistic = Orrery.Wire.Generated.Cloudwatch.Statistic;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Mixed instances groups. Sources: EC2 Auto Scaling User Guide, "Auto Scaling groups with multiple instance types and
/// purchase options", "Allocation strategies for multiple instance types", "Configure an Auto Scaling group to use
/// instance weights"; API Reference, InstancesDistribution and LaunchTemplateOverrides.
/// </summary>
public sealed class MixedGroupTests
{
    private static readonly InstancesDistribution Half = new() { OnDemandPercentageAboveBaseCapacity = 50 };

    // The guide's table of base capacity and percentage, for 10, 20, 30 and 40 instances.
    [Theory]
    [InlineData(10, 50, "10/0 15/5 20/10 25/15")]
    [InlineData(0, 0, "0/10 0/20 0/30 0/40")]
    [InlineData(0, 60, "6/4 12/8 18/12 24/16")]
    [InlineData(0, 100, "10/0 20/0 30/0 40/0")]
    [InlineData(12, 0, "10/0 12/8 12/18 12/28")]
    public void It_scales_out_and_in_by_base_and_percentage(int first, int percent, string splits)
    {
        var scaler = Scaler.New().Make(Mixer.Of((0, 40, 0), new()
        {
            OnDemandBaseCapacity = first, OnDemandPercentageAboveBaseCapacity = percent,
        }, Mixer.Types));
        Assert.Equal(splits, Along(10, 20, 30, 40));
        Assert.Equal(string.Join(' ', splits.Split(' ').Reverse().Skip(1)), Along(30, 20, 10));

        string Along(params int[] sizes) => string.Join(' ', sizes.Select(size =>
        {
            scaler.Desire(size);
            var (onDemand, spot) = scaler.Options();
            return $"{onDemand}/{spot}";
        }));
    }

    [Fact]
    public void It_shows_its_policy_with_the_defaults()
    {
        var scaler = Scaler.New().Make(Mixer.Of((1, 2, 1), null, Mixer.Types));
        var group = scaler.Now();
        Assert.Null(group.LaunchTemplate);
        var shown = group.MixedInstancesPolicy!;
        Assert.Equal(Scaler.Template, shown.LaunchTemplate!.LaunchTemplateSpecification!.LaunchTemplateName);
        Assert.Equal(Mixer.Types, shown.LaunchTemplate.Overrides!.Select(o => o.InstanceType));
        Assert.Equal(
            new InstancesDistribution
            {
                OnDemandAllocationStrategy = "prioritized", OnDemandBaseCapacity = 0,
                OnDemandPercentageAboveBaseCapacity = 100, SpotAllocationStrategy = "lowest-price",
                SpotInstancePools = 2,
            },
            shown.InstancesDistribution);
        var one = Assert.Single(scaler.Serving);
        Assert.Equal(("m5.large", "1"), (one.InstanceType, one.LaunchTemplate!.Version));
        Assert.Null(one.WeightedCapacity);
    }

    [Theory]
    [InlineData("", "", "", "both sources")]
    [InlineData("m5.large m5.large", "", "", "a type twice")]
    [InlineData("m5.huge", "", "", "no such type")]
    [InlineData("m5.large:2 c5.large", "", "", "a weight is missing")]
    [InlineData("m5.large:0", "", "", "weights are 1 to 999")]
    [InlineData("m5.large:1000", "", "", "weights are 1 to 999")]
    [InlineData("m5.large", "cheapest", "", "no such strategy")]
    [InlineData("m5.large", "", "diversified", "no such strategy")]
    [InlineData("m5.large", "", "capacity-optimized", "pools go with lowest-price only")]
    [InlineData("m5.large", "", "lowest-price", "1 to 20 pools")]
    public void What_cannot_be_is_refused(string types, string onDemand, string spot, string why)
    {
        var request = Mixer.Of((1, 2, 1), new()
        {
            OnDemandAllocationStrategy = onDemand.Length > 0 ? onDemand : null,
            SpotAllocationStrategy = spot.Length > 0 ? spot : null,
            SpotInstancePools = spot switch { "capacity-optimized" => 2, "lowest-price" => 21, _ => null },
        }, types.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (types.Length == 0) request = request with { LaunchTemplate = Scaler.Of(1, 1).LaunchTemplate };
        var scaler = Scaler.New();
        Assert.True(scaler.Rig.Refused(new CreateAutoScalingGroup(), request) == "ValidationError", why);
        Assert.Empty(scaler.Rig.Run(new DescribeAutoScalingGroups(), new()).AutoScalingGroups!);
    }

    [Fact]
    public void Units_and_strategies_of_attributes_are_for_attributes_only()
    {
        var scaler = Scaler.New();
        var byType = Mixer.Of((1, 2, 1), null, "m5.large") with { DesiredCapacityType = "vcpu" };
        Assert.Equal("ValidationError", scaler.Rig.Refused(new CreateAutoScalingGroup(), byType));
        foreach (var distribution in new InstancesDistribution[]
        {
            new() { OnDemandAllocationStrategy = "prioritized" },
            new() { SpotAllocationStrategy = "capacity-optimized-prioritized" },
        })
        {
            Assert.Equal("ValidationError", scaler.Rig.Refused(
                new CreateAutoScalingGroup(), Mixer.Wanting(Small(2, 4), (1, 2, 1), distribution)));
        }
    }

    [Fact]
    public void A_template_that_asks_for_Spot_is_refused()
    {
        var scaler = Scaler.New();
        scaler.Rig.Run(new CreateLaunchTemplateVersion(), new Ec2Wire.CreateLaunchTemplateVersionRequest
        {
            LaunchTemplateName = Scaler.Template,
            SourceVersion = "1",
            LaunchTemplateData = new()
            {
                InstanceMarketOptions = new() { MarketType = Ec2Wire.MarketType.Spot },
            },
        });
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new CreateAutoScalingGroup(), Mixer.Of((1, 2, 1), null, "m5.large")));
    }

    [Fact]
    public void An_override_may_name_another_template()
    {
        var scaler = Scaler.New();
        scaler.Rig.Run(new CreateLaunchTemplate(), new Ec2Wire.CreateLaunchTemplateRequest
        {
            LaunchTemplateName = "other", LaunchTemplateData = new() { ImageId = "ami-0123456789abcdef1" },
        });
        var request = Mixer.Of((1, 2, 1), null, "m5.large");
        var template = request.MixedInstancesPolicy!.LaunchTemplate! with
        {
            Overrides = [new()
            {
                InstanceType = "c5.large", LaunchTemplateSpecification = new() { LaunchTemplateName = "other" },
            }],
        };
        scaler.Make(request with { MixedInstancesPolicy = new() { LaunchTemplate = template } });
        var one = Assert.Single(scaler.Serving);
        Assert.Equal(("c5.large", "other"), (one.InstanceType, one.LaunchTemplate!.LaunchTemplateName));
        Assert.Equal("ami-0123456789abcdef1", one.ImageId);
    }

    [Fact]
    public void A_type_without_room_gives_way_to_the_next_of_the_same_zone_and_the_activity_says_so()
    {
        var scaler = Scaler.New();
        scaler.Room(Scaler.Zones[0], "m5.large", 0);
        scaler.Make(Mixer.Of((3, 6, 3), null, Mixer.Types));
        Assert.Equal([1, 1, 1], scaler.Spread);
        Assert.Equal(
            ["c5.large", "m5.large", "m5.large"],
            scaler.Serving.OrderBy(i => i.AvailabilityZone).Select(i => i.InstanceType));
        var failed = Assert.Single(scaler.Done, a => a.StatusCode == ScalingActivityStatusCode.Failed);
        Assert.StartsWith(
            "Launching a new EC2 instance.  Status Reason: Could not launch On-Demand Instances. "
                + "InsufficientInstanceCapacity - We currently do not have sufficient m5.large capacity",
            failed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_without_room_for_any_type_gives_way_to_the_others()
    {
        var scaler = Scaler.New();
        foreach (var type in Mixer.Types) scaler.Room(Scaler.Zones[0], type, 0);
        scaler.Make(Mixer.Of((4, 6, 4), null, Mixer.Types));
        Assert.Equal([0, 2, 2], scaler.Spread);
    }

    // X types count for a quota of their own, of which there is nothing.
    [Theory]
    [InlineData(100, "VcpuLimitExceeded")]
    [InlineData(0, "MaxSpotInstanceCountExceeded")]
    public void A_quota_that_is_used_up_leaves_the_types_of_other_quotas(int percent, string code)
    {
        var scaler = Scaler.New().Make(Mixer.Of(
            (0, 4, 2), new() { OnDemandPercentageAboveBaseCapacity = percent }, "x1e.xlarge:100", "m5.large:1"));
        Assert.Equal(["m5.large", "m5.large"], scaler.Serving.Select(i => i.InstanceType));
        Assert.Contains(scaler.Done, a => a.StatusMessage?.Contains(code, StringComparison.Ordinal) == true);
        Assert.Equal(percent == 100 ? (2, 0) : (0, 2), scaler.Options());
    }

    [Fact]
    public void A_quota_that_is_used_up_leaves_smaller_types()
    {
        var quotas = Ports.None.With<IQuotas>(new Quotas([KeyValuePair.Create("L-1216C47A", 3)]));
        var scaler = Scaler.Over(Rig.Of(Scaler.Services, quotas)).WithTemplate();
        scaler.Make(Mixer.Of((0, 9, 1), null, "m5.4xlarge", "c5.xlarge", "r5.2xlarge", "m5.xlarge", "m5.large"));
        Assert.Equal("m5.large", Assert.Single(scaler.Serving).InstanceType);
        var failed = scaler.Done.Where(a => a.StatusCode == ScalingActivityStatusCode.Failed).ToList();
        Assert.Equal(2, failed.Count);
        Assert.All(failed, a => Assert.Contains("VcpuLimitExceeded", a.StatusMessage));
    }

    [Fact]
    public void A_spread_placement_group_that_is_full_in_a_zone_leaves_the_other_zones()
    {
        var scaler = Scaler.New();
        scaler.Rig.Run(new CreatePlacementGroup(), new Ec2Wire.CreatePlacementGroupRequest
        {
            GroupName = "spread", Strategy = Ec2Wire.PlacementStrategy.Spread,
        });
        scaler.Make(Mixer.Of((0, 30, 24), null, Mixer.Types) with { PlacementGroup = "spread" });
        Assert.Equal([7, 7, 7], scaler.Spread);
    }

    [Fact]
    public void Spot_that_is_too_dear_is_not_launched_nor_replaced_by_On_Demand()
    {
        var scaler = Scaler.New().Make(Mixer.Of((0, 6, 4), Half with { SpotMaxPrice = "0.001" }, Mixer.Types));
        Assert.Equal((2, 0), scaler.Options());
        var failed = Assert.Single(scaler.Done, a => a.StatusCode == ScalingActivityStatusCode.Failed);
        Assert.Contains("Could not launch Spot Instances. SpotMaxPriceTooLow - ", failed.StatusMessage);
        scaler.Redistribute(new() { SpotMaxPrice = "" });
        Assert.Equal((2, 2), scaler.Options());
    }

    // The guide's example: 5 units missing of 12 a piece, 7 too many.
    [Fact]
    public void Weights_reach_the_desired_capacity_and_may_exceed_it()
    {
        var scaler = Scaler.New().Make(Mixer.Of((0, 17, 12), null, "c5.12xlarge:12"));
        Assert.Equal(12, scaler.Units());
        scaler.Desire(17);
        Assert.Equal(24, scaler.Units());
        Assert.All(scaler.Serving, i => Assert.Equal("12", i.WeightedCapacity));
        scaler.Desire(13);
        Assert.Equal(24, scaler.Units());
        scaler.Desire(12);
        Assert.Equal(12, scaler.Units());
    }

    [Fact]
    public void New_weights_count_for_the_instances_that_there_are()
    {
        var scaler = Scaler.New().Make(Mixer.Of((0, 8, 8), null, "m5.large:2"));
        Assert.Equal(4, scaler.Serving.Count);
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group,
            MixedInstancesPolicy = Mixer.Of((0, 8, 8), null, "m5.large:4").MixedInstancesPolicy,
        });
        scaler.Rig.Advance(TimeSpan.Zero);
        Assert.Equal((2, 8), (scaler.Serving.Count, scaler.Units()));
    }

    [Fact]
    public void Attributes_choose_types_and_vcpus_may_be_what_is_counted()
    {
        var scaler = Scaler.New().Make(
            Mixer.Wanting(Small(4, 4), (0, 40, 16)) with { DesiredCapacityType = "vcpu" });
        Assert.Equal((4, 16), (scaler.Serving.Count, scaler.Units()));
        Assert.All(scaler.Serving, i => Assert.Equal("4", i.WeightedCapacity));
        var group = scaler.Now();
        Assert.Equal("vcpu", group.DesiredCapacityType);
        Assert.Equal("lowest-price", group.MixedInstancesPolicy!.InstancesDistribution!.OnDemandAllocationStrategy);
        Assert.Equal(
            4, group.MixedInstancesPolicy.LaunchTemplate!.Overrides![0].InstanceRequirements!.VCpuCount!.Min);
    }

    [Fact]
    public void What_users_do_with_instances_counts_in_units_and_so_do_the_metrics()
    {
        var scaler = Scaler.New().Make(Mixer.Of((0, 12, 9), null, "m5.large:3"));
        scaler.Rig.Run(new EnableMetricsCollection(), new EnableMetricsCollectionRequest
        {
            AutoScalingGroupName = Scaler.Group, Granularity = "1Minute",
        });
        var id = scaler.Serving[0].InstanceId!;
        scaler.Rig.Run(new EnterStandby(), new EnterStandbyRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id], ShouldDecrementDesiredCapacity = true,
        });
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((6, 6), (scaler.Now().DesiredCapacity, scaler.Units()));
        Assert.Equal(
            (2, 6, 1, 3, 3, 9),
            (Value("GroupInServiceInstances"), Value("GroupInServiceCapacity"), Value("GroupStandbyInstances"),
                Value("GroupStandbyCapacity"), Value("GroupTotalInstances"), Value("GroupTotalCapacity")));
        scaler.Rig.Run(new ExitStandby(), new ExitStandbyRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id],
        });
        scaler.Rig.Run(new TerminateInstanceInAutoScalingGroup(), new TerminateInstanceInAutoScalingGroupRequest
        {
            InstanceId = id, ShouldDecrementDesiredCapacity = true,
        });
        scaler.Rig.Run(new DetachInstances(), new DetachInstancesRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [scaler.Serving[0].InstanceId!],
            ShouldDecrementDesiredCapacity = true,
        });
        scaler.Rig.Advance(TimeSpan.Zero);
        Assert.Equal((3, 3), (scaler.Now().DesiredCapacity, scaler.Units()));

        double Value(string metric) => scaler.Rig.Run(new GetMetricStatistics(), new()
        {
            Namespace = "AWS/AutoScaling",
            MetricName = metric,
            Dimensions = [new() { Name = "AutoScalingGroupName", Value = Scaler.Group }],
            StartTime = Rig.Start,
            EndTime = Rig.Start.AddMinutes(1),
            Period = 60,
            Statistics = [Statistic.Average],
        }).Datapoints![0].Average!.Value;
    }

    [Fact]
    public void New_percentages_bring_a_group_to_rest_whatever_the_weights() =>
        Gen.Select(Gen.Int[1, 5].Array[2], Gen.Int[0, 100].Array[2, 3], Gen.Int[1, 20]).Sample(
            (weights, percents, desired) =>
            {
                var scaler = Scaler.New().Make(Mixer.Of(
                    (0, 20, desired), new() { OnDemandPercentageAboveBaseCapacity = percents[0] },
                    [.. weights.Select((weight, i) => $"{Mixer.Types[i]}:{weight}")]));
                foreach (var percent in percents)
                {
                    scaler.Redistribute(new() { OnDemandPercentageAboveBaseCapacity = percent });
                    scaler.Rig.Advance(TimeSpan.FromMinutes(5));
                    var before = scaler.Done.Count;
                    scaler.Rig.Advance(TimeSpan.FromHours(1));
                    Assert.InRange(scaler.Units(), desired, desired + weights.Max() - 1);
                    Assert.Equal(before, scaler.Done.Count);
                }
            },
            iter: 15);

    [Fact]
    public void A_new_policy_replaces_instances_gradually_to_match_its_purchase_options()
    {
        var scaler = Scaler.New().Make(Scaler.Of(6, 10, 6));
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group,
            MixedInstancesPolicy = Mixer.Of((6, 10, 6), Half, Mixer.Types).MixedInstancesPolicy,
        });
        scaler.Rig.Advance(TimeSpan.Zero);
        Assert.Equal((3, 3), scaler.Options());
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, LaunchTemplate = Scaler.Of(1, 1).LaunchTemplate,
        });
        Assert.Null(scaler.Now().MixedInstancesPolicy);
    }

    [Fact]
    public void Weights_reach_what_is_desired_and_exceed_the_maximum_by_less_than_the_largest() =>
        Gen.Select(Gen.Int[1, 6].Array[1, 3], Gen.Int[0, 100], Gen.Int[0, 24].Array[1, 4]).Sample(
            (weights, percent, sizes) =>
            {
                var types = weights.Select((weight, i) => $"{Mixer.Types[i]}:{weight}").ToArray();
                var scaler = Scaler.New().Make(Mixer.Of(
                    (0, 24, 0), new() { OnDemandPercentageAboveBaseCapacity = percent }, types));
                foreach (var size in sizes)
                {
                    scaler.Desire(size);
                    Assert.InRange(scaler.Units(), size, size == 0 ? 0 : size + weights.Max() - 1);
                    Assert.All(
                        scaler.Now().Instances!, i => Assert.Equal(LifecycleState.InService, i.LifecycleState));
                }
            },
            iter: 20);

    private static InstanceRequirements Small(int from, int to) => new()
    {
        VCpuCount = new() { Min = from, Max = to }, MemoryMiB = new() { Min = 4096 },
    };
}
