using CsCheck;
using Orrery.Services.ApplicationAutoScaling.Operations.Policies;
using Orrery.Services.ApplicationAutoScaling.Operations.Targets;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Tests.Unit.Services.ApplicationAutoScaling;

/// <summary>
/// From metric to alarm to policy to capacity, and back. Sources: Application Auto Scaling User Guide, "Target tracking
/// scaling policies", "Step scaling policies"; API Reference, PutScalingPolicy.
/// </summary>
public sealed class PolicyTests
{
    private static readonly StepAdjustment[] Up =
    [
        new() { MetricIntervalLowerBound = 0, MetricIntervalUpperBound = 10, ScalingAdjustment = 2 },
        new() { MetricIntervalLowerBound = 10, ScalingAdjustment = 3 },
    ];

    [Fact]
    public void Target_tracking_closes_the_loop_with_alarms_of_its_own()
    {
        var plant = Plant.New(2).Register(1, 20);
        var made = plant.Put(Plant.Tracking(50));
        Assert.Matches(
            "^arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:[0-9a-f-]{36}:resource/ecs/service/default/web:"
            + "policyName/track$", made.PolicyARN!);
        Assert.Equal(
            ["TargetTracking-service/default/web-AlarmHigh", "TargetTracking-service/default/web-AlarmLow"],
            plant.Alarms.Select(a => a.AlarmName![..^37]));
        plant.Pass(4, capacity => 400.0 / capacity);
        Assert.Equal(8, plant.Capacity);
        Assert.Equal("Setting desired count to 8.", plant.Done[0].Description);
        Assert.Matches(
            "^monitor alarm TargetTracking-service/default/web-AlarmHigh-[0-9a-f-]+ in state ALARM triggered policy "
            + "track$", plant.Done[0].Cause!);
        plant.Pass(40, capacity => 100.0 / capacity);
        Assert.Equal(2, plant.Capacity);
        var count = plant.Done.Count;
        plant.Pass(30, capacity => 100.0 / capacity);
        Assert.Equal(count, plant.Done.Count);
        plant.Rig.Run(new DeleteScalingPolicy(), Delete("track"));
        Assert.Empty(plant.Alarms);
        Assert.Equal("ObjectNotFoundException", plant.Rig.Refused(new DeleteScalingPolicy(), Delete("track")));
    }

    // "increase the capacity by 2 ... a more aggressive step adjustment of 3 ... only 1 is added" (Cooldown period).
    [Fact]
    public void Within_a_cooldown_only_a_larger_step_adds_and_only_the_difference()
    {
        var plant = Plant.New(10).Register(1, 50);
        var arn = plant.Put(Plant.Steps(AdjustmentType.ChangeInCapacity, "step", Up)).PolicyARN!;
        plant.Watch(50, arn);
        plant.Pass(3, _ => 55);
        Assert.Equal(12, plant.Capacity);
        plant.Pass(2, _ => 65);
        Assert.Equal(13, plant.Capacity);
        plant.Pass(5, _ => 65);
        Assert.Equal(16, plant.Capacity);
    }

    [Fact]
    public void A_deleted_policy_is_no_action_of_an_alarm_any_more()
    {
        var plant = Plant.New(10).Register(1, 50);
        var step = plant.Put(Plant.Steps(AdjustmentType.ChangeInCapacity, "step", Up)).PolicyARN!;
        var other = plant.Put(Plant.Steps(AdjustmentType.ChangeInCapacity, "other", Up)).PolicyARN!;
        plant.Watch(50, step, other);
        plant.Rig.Run(new DeleteScalingPolicy(), Delete("step"));
        Assert.Equal([other], Assert.Single(plant.Alarms).AlarmActions!);
        plant.Rig.Run(new DeregisterScalableTarget(), new DeregisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Plant.Id,
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
        });
        Assert.Empty(Assert.Single(plant.Alarms).AlarmActions!);
    }

    // "one policy increases capacity by 3, another by 200 percent, and the current capacity is 10 ... scales out to 30"
    [Fact]
    public void The_largest_capacity_wins()
    {
        var plant = Plant.New(10).Register(1, 50);
        var three = plant.Put(Plant.Steps(AdjustmentType.ChangeInCapacity, "a", Up)).PolicyARN!;
        var twice = plant.Put(Plant.Steps(
            AdjustmentType.PercentChangeInCapacity, "b",
            new StepAdjustment { MetricIntervalLowerBound = 0, ScalingAdjustment = 200 })).PolicyARN!;
        plant.Watch(50, three, twice);
        plant.Pass(1, _ => 65);
        Assert.Equal(30, plant.Capacity);
        Assert.Equal("monitor alarm busy in state ALARM triggered policy b", plant.Done[0].Cause);
    }

    [Fact]
    public void Scaling_in_waits_for_its_cooldown_and_scaling_out_does_not()
    {
        var plant = Plant.New(20).Register(1, 50);
        var tracking = Plant.Tracking(50);
        plant.Put(tracking with
        {
            TargetTrackingScalingPolicyConfiguration = tracking.TargetTrackingScalingPolicyConfiguration! with
            {
                ScaleInCooldown = 3600, ScaleOutCooldown = 0,
            },
        });
        plant.Pass(20, _ => 40);
        Assert.Equal(16, plant.Capacity);
        plant.Pass(20, _ => 40);
        Assert.Equal(16, plant.Capacity);
        plant.Pass(4, capacity => capacity == 16 ? 100 : 50);
        Assert.Equal(32, plant.Capacity);
    }

    [Fact]
    public void What_is_not_scaled_says_why_once()
    {
        var plant = Plant.New(4).Register(1, 5);
        plant.Put(Plant.Tracking(50));
        plant.Pass(30, _ => 90);
        Assert.Equal(5, plant.Capacity);
        Assert.Single(plant.Done);
        var told = plant.Activities(true);
        var reason = Assert.Single(told[0].NotScaledReasons!);
        Assert.Equal(("AlreadyAtMaxCapacity", 5), (reason.Code!, reason.MaxCapacity!.Value));
        Assert.Equal("Attempting to scale due to alarm triggered", told[0].Description);
        plant.Register(null, 9);
        plant.Pass(6, _ => 90);
        Assert.Equal(9, plant.Capacity);
        plant.Change(tank => tank with { IsScalable = false, Capacity = 6 });
        plant.Register(null, null);
        plant.Pass(2, _ => 90);
        Assert.Equal(6, plant.Capacity);
        Assert.Equal(
            "TargetServicePutResourceAsUnscalable", Assert.Single(plant.Activities(true)[0].NotScaledReasons!).Code);
    }

    [Fact]
    public void Suspended_directions_do_not_scale_until_they_are_resumed()
    {
        var plant = Plant.New(4).Register(Plant.Of(1, 20) with
        {
            SuspendedState = new() { DynamicScalingOutSuspended = true },
        });
        plant.Put(Plant.Tracking(50));
        plant.Pass(10, _ => 90);
        Assert.Equal(4, plant.Capacity);
        plant.Register(Plant.Of(null, null) with
        {
            SuspendedState = new() { DynamicScalingOutSuspended = false, DynamicScalingInSuspended = true },
        });
        plant.Pass(2, capacity => 360.0 / capacity);
        Assert.Equal(8, plant.Capacity);
        plant.Pass(40, _ => 10);
        Assert.Equal(8, plant.Capacity);
    }

    [Fact]
    public void A_refusal_fails_the_activity_once_and_is_tried_again()
    {
        var plant = Plant.New(2).Register(1, 20);
        plant.Put(Plant.Tracking(50));
        plant.Change(tank => tank with { Refusal = "no room" });
        plant.Pass(8, _ => 100);
        Assert.Equal(2, plant.Capacity);
        var failed = Assert.Single(plant.Done);
        Assert.Equal(
            (ScalingActivityStatusCode.Failed, "Failed to set desired count to 4. Reason: no room"),
            (failed.StatusCode!.Value, failed.StatusMessage));
        plant.Change(tank => tank with { Refusal = null });
        plant.Pass(1, _ => 100);
        Assert.Equal(4, plant.Capacity);
    }

    [Fact]
    public void A_change_is_in_progress_until_it_is_fulfilled_or_overridden()
    {
        var plant = Plant.New(2);
        plant.Change(tank => tank with { IsSlow = true });
        plant.Register(4, 20);
        Assert.Equal(
            (ScalingActivityStatusCode.InProgress,
                "Successfully set desired count to 4. Waiting for change to be fulfilled by ecs."),
            (plant.Done[0].StatusCode!.Value, plant.Done[0].StatusMessage));
        plant.Register(5, null);
        Assert.Equal(
            [ScalingActivityStatusCode.InProgress, ScalingActivityStatusCode.Overridden],
            plant.Done.Select(activity => activity.StatusCode!.Value));
        plant.Tell(tank => tank with { IsSettled = true });
        Assert.Equal(
            (ScalingActivityStatusCode.Successful,
                "Successfully set desired count to 5. Change successfully fulfilled by ecs."),
            (plant.Done[0].StatusCode!.Value, plant.Done[0].StatusMessage));
        Assert.NotNull(plant.Done[0].EndTime);
    }

    [Fact]
    public void Policies_are_told_of_and_keep_what_an_update_does_not_name()
    {
        var plant = Plant.New(2).Register(1, 20);
        var step = Plant.Steps(AdjustmentType.ChangeInCapacity, "step", Up);
        var first = plant.Put(step with
        {
            StepScalingPolicyConfiguration = step.StepScalingPolicyConfiguration! with { Cooldown = 60 },
        });
        var again = plant.Put(step with
        {
            StepScalingPolicyConfiguration = new() { AdjustmentType = AdjustmentType.ExactCapacity },
        });
        plant.Put(Plant.Tracking(50));
        Assert.Equal(first.PolicyARN, again.PolicyARN);
        var told = plant.Rig.Run(new DescribeScalingPolicies(), new DescribeScalingPoliciesRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Plant.Id,
        }).ScalingPolicies!;
        Assert.Equal(["step", "track"], told.Select(policy => policy.PolicyName!));
        Assert.Equal(
            (60, 2, AdjustmentType.ExactCapacity),
            (told[0].StepScalingPolicyConfiguration!.Cooldown!.Value,
                told[0].StepScalingPolicyConfiguration!.StepAdjustments!.Count,
                told[0].StepScalingPolicyConfiguration!.AdjustmentType!.Value));
        Assert.Equal(2, told[1].Alarms!.Count);
        Assert.Equal(
            MetricType.ECSServiceAverageCPUUtilization,
            told[1].TargetTrackingScalingPolicyConfiguration!.PredefinedMetricSpecification!.PredefinedMetricType);
        Assert.Single(plant.Rig.Run(new DescribeScalingPolicies(), new DescribeScalingPoliciesRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs, PolicyNames = ["track", "none"],
        }).ScalingPolicies!);
    }

    [Fact]
    public void Policies_of_own_metrics_and_of_expressions_are_watched()
    {
        var plant = Plant.New(2).Register(1, 20);
        plant.Put(Own("plain", new()
        {
            Namespace = "AWS/ECS", MetricName = "CPUUtilization", Statistic = MetricStatistic.Average,
            Dimensions = [new() { Name = "Name", Value = Plant.Id }],
        }));
        plant.Put(Own("math", new()
        {
            Metrics =
            [
                new()
                {
                    Id = "m", ReturnData = false, MetricStat = new()
                    {
                        Stat = "Average", Metric = new()
                        {
                            Namespace = "AWS/ECS", MetricName = "CPUUtilization",
                            Dimensions = [new() { Name = "Name", Value = Plant.Id }],
                        },
                    },
                },
                new() { Id = "e", Expression = "m * 2" },
            ],
        }));
        plant.Pass(4, capacity => 200.0 / capacity);
        Assert.Equal(8, plant.Capacity);
        Assert.EndsWith("policy math", plant.Done[0].Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no type")]
    [InlineData("predictive")]
    [InlineData("no steps")]
    [InlineData("gap")]
    [InlineData("magnitude")]
    [InlineData("negative")]
    [InlineData("mixed")]
    [InlineData("no metric")]
    [InlineData("target")]
    [InlineData("other metric")]
    [InlineData("label")]
    [InlineData("cooldown")]
    public void Policies_that_cannot_be_are_refused(string flaw)
    {
        var plant = Plant.New(2).Register(1, 20);
        var (step, track) = (Plant.Steps(AdjustmentType.ChangeInCapacity, "p", Up), Plant.Tracking(50));
        var (steps, tracking) = (step.StepScalingPolicyConfiguration!, track.TargetTrackingScalingPolicyConfiguration!);
        var request = flaw switch
        {
            "no type" => step with { PolicyType = null },
            "predictive" => step with { PolicyType = PolicyType.PredictiveScaling },
            "no steps" => step with { StepScalingPolicyConfiguration = null },
            "gap" => Plant.Steps(AdjustmentType.ChangeInCapacity, "p", Up[0]),
            "magnitude" => step with { StepScalingPolicyConfiguration = steps with { MinAdjustmentMagnitude = 2 } },
            "negative" => Plant.Steps(
                AdjustmentType.ExactCapacity, "p",
                new StepAdjustment { MetricIntervalLowerBound = 0, ScalingAdjustment = -1 }),
            "mixed" => step with { TargetTrackingScalingPolicyConfiguration = tracking },
            "no metric" => With(tracking with { PredefinedMetricSpecification = null }),
            "target" => With(tracking with { TargetValue = 0 }),
            "other metric" => With(tracking with
            {
                PredefinedMetricSpecification =
                    new() { PredefinedMetricType = MetricType.DynamoDBReadCapacityUtilization },
            }),
            "label" => With(tracking with
            {
                PredefinedMetricSpecification =
                    tracking.PredefinedMetricSpecification! with { ResourceLabel = "app/x" },
            }),
            _ => With(tracking with { ScaleInCooldown = -1 }),
        };
        Assert.Equal("ValidationException", plant.Rig.Refused(new PutScalingPolicy(), request));
        Assert.Empty(plant.Alarms);

        PutScalingPolicyRequest With(TargetTrackingScalingPolicyConfiguration other) =>
            track with { TargetTrackingScalingPolicyConfiguration = other };
    }

    [Fact]
    public void Steps_are_refused_where_a_service_takes_none()
    {
        var plant = Plant.New(2);
        plant.Register(Plant.Of(1, 20) with
        {
            ServiceNamespace = ServiceNamespace.Dynamodb,
            ScalableDimension = ScalableDimension.DynamodbTableReadCapacityUnits,
        });
        Assert.Equal("ValidationException", plant.Rig.Refused(
            new PutScalingPolicy(), Plant.Steps(AdjustmentType.ChangeInCapacity, "p", Up) with
            {
                ServiceNamespace = ServiceNamespace.Dynamodb,
                ScalableDimension = ScalableDimension.DynamodbTableReadCapacityUnits,
            }));
    }

    [Fact]
    public void The_capacity_stays_within_the_limits_whatever_happens() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 10], Gen.Double[0, 2000].Array[1, 6]).Sample(
            (min, more, demands) =>
            {
                var plant = Plant.New(3).Register(min, min + more);
                plant.Put(Plant.Tracking(50));
                foreach (var demand in demands)
                {
                    for (var minute = 0; minute < 6; minute++)
                    {
                        plant.Pass(1, capacity => demand / Math.Max(1, capacity));
                        Assert.InRange(plant.Capacity, min, min + more);
                    }
                }
            },
            iter: 20);

    private static DeleteScalingPolicyRequest Delete(string name) => new()
    {
        ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Plant.Id,
        ScalableDimension = ScalableDimension.EcsServiceDesiredCount, PolicyName = name,
    };

    private static PutScalingPolicyRequest Own(string name, CustomizedMetricSpecification metric) =>
        Plant.Policy(name) with
        {
            PolicyType = PolicyType.TargetTrackingScaling,
            TargetTrackingScalingPolicyConfiguration = new()
            {
                TargetValue = 50, CustomizedMetricSpecification = metric,
            },
        };
}
