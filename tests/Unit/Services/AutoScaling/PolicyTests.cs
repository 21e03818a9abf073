using Orrery.Contracts.Loads;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Policies;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// From metric to alarm to policy to instances, and back. Sources: EC2 Auto Scaling User Guide, "Target tracking
/// scaling policies", "Step and simple scaling policies", "Scaling cooldowns".
/// </summary>
public sealed class PolicyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Target_tracking_owns_its_alarms_and_deletes_them()
    {
        var scaler = Scaler.New().Make(1, 10);
        var made = Track(scaler, 50);
        Assert.Equal(2, made.Alarms!.Count);
        Assert.Equal(
            [("AlarmHigh", 50.0, 3), ("AlarmLow", 45.0, 15)],
            Alarms(scaler).Select(a => (a.AlarmName!.Split('-')[2], a.Threshold!.Value, a.EvaluationPeriods!.Value)));
        Assert.All(Alarms(scaler), a => Assert.Equal([made.PolicyARN!], a.AlarmActions!));
        var told = Assert.Single(scaler.Rig.Run(new DescribePolicies(), new DescribePoliciesRequest
        {
            AutoScalingGroupName = Scaler.Group,
        }).ScalingPolicies!);
        Assert.Equal((50.0, 2), (told.TargetTrackingConfiguration!.TargetValue, told.Alarms!.Count));
        scaler.Rig.Run(new DeletePolicy(), new DeletePolicyRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "track",
        });
        Assert.Empty(Alarms(scaler));
    }

    [Fact]
    public void Load_scales_out_in_proportion_and_in_again_when_it_goes()
    {
        var scaler = Scaler.New().Make(1, 10);
        Track(scaler, 50);
        Load(scaler, 190);
        scaler.Rig.Advance(30 * Minute);
        Assert.Equal(2, scaler.Serving.Count);
        var out1 = scaler.Done[0];
        Assert.Contains(
            "a monitor alarm TargetTracking-asg-AlarmHigh-", out1.Cause, StringComparison.Ordinal);
        Assert.Contains(
            "in state ALARM triggered policy track changing the desired capacity from 1 to 2.", out1.Cause,
            StringComparison.Ordinal);
        Load(scaler, 10);
        scaler.Rig.Advance(60 * Minute);
        Assert.Single(scaler.Serving);
        Assert.Contains("AlarmLow", scaler.Done[0].Cause, StringComparison.Ordinal);
        var before = scaler.Done.Count;
        scaler.Rig.Advance(TimeSpan.FromHours(6));
        Assert.Equal(before, scaler.Done.Count);
    }

    [Fact]
    public void What_warms_up_is_not_counted_twice()
    {
        var scaler = Scaler.New().Make(Scaler.Of(2, 20) with { DefaultInstanceWarmup = 600 });
        Track(scaler, 20);
        scaler.Rig.Advance(11 * Minute);
        Load(scaler, 390);
        scaler.Rig.Advance(8 * Minute);
        var desired = scaler.Now().DesiredCapacity!.Value;
        Assert.InRange(desired, 8, 10);
        scaler.Rig.Advance(3 * Minute);
        Assert.Equal(desired, scaler.Now().DesiredCapacity);
    }

    [Fact]
    public void Steps_follow_how_far_the_metric_is_beyond_the_threshold()
    {
        var scaler = Scaler.New().Make(2, 20, 10);
        var policy = scaler.Rig.Run(new PutScalingPolicy(), new PutScalingPolicyRequest
        {
            AutoScalingGroupName = Scaler.Group,
            PolicyName = "step",
            PolicyType = "StepScaling",
            AdjustmentType = "PercentChangeInCapacity",
            EstimatedInstanceWarmup = 0,
            StepAdjustments =
            [
                new() { MetricIntervalLowerBound = 0, MetricIntervalUpperBound = 10, ScalingAdjustment = 10 },
                new() { MetricIntervalLowerBound = 10, ScalingAdjustment = 30 },
            ],
        }).PolicyARN!;
        Watch(scaler, policy);
        Put(scaler, 75);
        scaler.Rig.Advance(Minute + TimeSpan.FromSeconds(5));
        Assert.Equal(13, scaler.Now().DesiredCapacity);
        Assert.Contains("a monitor alarm busy in state ALARM", scaler.Done[0].Cause, StringComparison.Ordinal);
        scaler.Rig.Run(new ExecutePolicy(), new ExecutePolicyRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "step", MetricValue = 61, BreachThreshold = 60,
        });
        Assert.InRange(scaler.Now().DesiredCapacity!.Value, 14, 20);
    }

    [Fact]
    public void A_simple_policy_waits_for_its_cooldown()
    {
        var scaler = Scaler.New().Make(1, 10);
        scaler.Rig.Advance(10 * Minute);
        scaler.Rig.Run(new PutScalingPolicy(), new PutScalingPolicyRequest
        {
            AutoScalingGroupName = Scaler.Group,
            PolicyName = "simple",
            AdjustmentType = "ChangeInCapacity",
            ScalingAdjustment = 1,
            Cooldown = 120,
        });
        var run = new ExecutePolicyRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "simple", HonorCooldown = true,
        };
        scaler.Rig.Run(new ExecutePolicy(), run);
        Assert.Equal(2, scaler.Serving.Count);
        Assert.Equal("ScalingActivityInProgress", scaler.Rig.Refused(new ExecutePolicy(), run));
        scaler.Rig.Advance(2 * Minute);
        scaler.Rig.Run(new ExecutePolicy(), run);
        Assert.Equal(3, scaler.Serving.Count);
    }

    [Fact]
    public void Alarms_do_nothing_while_their_process_is_suspended()
    {
        var scaler = Scaler.New().Make(1, 10);
        Track(scaler, 50);
        scaler.Rig.Run(new SuspendProcesses(), new SuspendProcessesRequest
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["AlarmNotification"],
        });
        Load(scaler, 190);
        scaler.Rig.Advance(30 * Minute);
        Assert.Single(scaler.Serving);
    }

    [Theory]
    [InlineData("StepScaling", null, "ValidationError")]
    [InlineData("PredictiveScaling", "ChangeInCapacity", "ValidationError")]
    [InlineData("SimpleScaling", "Twice", "ValidationError")]
    [InlineData("TargetTrackingScaling", null, "ValidationError")]
    public void Policies_that_cannot_be_are_refused(string type, string? adjustment, string code) => Assert.Equal(
        code, Scaler.New().Make(0, 1).Rig.Refused(new PutScalingPolicy(), new PutScalingPolicyRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "p", PolicyType = type, AdjustmentType = adjustment,
        }));

    private static PutScalingPolicyResult Track(Scaler scaler, double target) => scaler.Rig.Run(
        new PutScalingPolicy(), new PutScalingPolicyRequest
        {
            AutoScalingGroupName = Scaler.Group,
            PolicyName = "track",
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new()
            {
                TargetValue = target,
                PredefinedMetricSpecification = new() { PredefinedMetricType = MetricType.ASGAverageCPUUtilization },
            },
        });

    private static void Load(Scaler scaler, double rate)
    {
        scaler.Rig.Do(call => call.Port<ILoads>().Apply(call,
        [
            new()
            {
                Name = "shop",
                Targets = [new(Tag: "aws:autoscaling:groupName=asg")],
                Rate = new() { Kind = "constant", Value = rate },
                Cost = new(CpuSeconds: 0.01),
            },
        ]));
        scaler.Rig.Advance(TimeSpan.Zero);
    }

    private static IReadOnlyList<MetricAlarm> Alarms(Scaler scaler) =>
        scaler.Rig.Run(new DescribeAlarms(), new DescribeAlarmsRequest()).MetricAlarms!;

    private static void Watch(Scaler scaler, string policy) => scaler.Rig.Run(new PutMetricAlarm(), new()
    {
        AlarmName = "busy",
        Namespace = "own",
        MetricName = "busy",
        Statistic = Statistic.Average,
        Period = 60,
        EvaluationPeriods = 1,
        Threshold = 60,
        ComparisonOperator = ComparisonOperator.GreaterThanOrEqualToThreshold,
        AlarmActions = [policy],
    });

    private static void Put(Scaler scaler, double value) => scaler.Rig.Run(new PutMetricData(), new()
    {
        Namespace = "own", MetricData = [new() { MetricName = "busy", Value = value }],
    });
}
