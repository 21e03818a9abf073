using Orrery.Core;
using Orrery.Services.AutoScaling.Operations.Policies;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// What is refused of policies. Source: API Reference, PutScalingPolicy, StepAdjustment, PredefinedMetricSpecification,
/// CustomizedMetricSpecification, TargetTrackingMetricStat and ExecutePolicy.
/// </summary>
public sealed class PolicyFlawTests
{
    private static readonly CustomizedMetricSpecification Own = new()
    {
        Namespace = "own", MetricName = "busy", Statistic = MetricStatistic.Average,
    };

    private static readonly TargetTrackingMetricStat Stat = new()
    {
        Metric = new() { Namespace = "own", MetricName = "busy" }, Stat = "Average",
    };

    [Fact]
    public void An_exact_capacity_is_not_negative()
    {
        var scaler = Scaler.New().Make(0, 5);
        Assert.Equal("ScalingAdjustment must not be negative for ExactCapacity", Refusal(scaler, new()
        {
            AdjustmentType = "ExactCapacity", ScalingAdjustment = -1,
        }));
        Assert.Equal("ScalingAdjustment must not be negative for ExactCapacity", Refusal(scaler, new()
        {
            PolicyType = "StepScaling", AdjustmentType = "ExactCapacity",
            StepAdjustments = [new() { MetricIntervalLowerBound = 0, ScalingAdjustment = -1 }],
        }));
        Assert.Null(Refusal(scaler, new() { AdjustmentType = "ExactCapacity", ScalingAdjustment = 0 }));
        Assert.Null(Refusal(scaler, new() { AdjustmentType = "ChangeInCapacity", ScalingAdjustment = -1 }));
    }

    [Fact]
    public void A_cooldown_of_none_may_be_said_of_policies_that_have_none()
    {
        var scaler = Scaler.New().Make(0, 5);
        PutScalingPolicyRequest[] policies =
        [
            Track(new()
            {
                PredefinedMetricSpecification = new() { PredefinedMetricType = MetricType.ASGAverageCPUUtilization },
            }),
            new()
            {
                PolicyType = "StepScaling", AdjustmentType = "ChangeInCapacity",
                StepAdjustments = [new() { MetricIntervalLowerBound = 0, ScalingAdjustment = 1 }],
            },
        ];
        foreach (var policy in policies)
        {
            Assert.Null(Refusal(scaler, policy with { Cooldown = 0 }));
            Assert.StartsWith("Cooldown ", Refusal(scaler, policy with { Cooldown = 1 }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_label_goes_with_load_balancers_only()
    {
        var scaler = Scaler.New().Make(0, 5);
        Assert.Equal("ResourceLabel can only be specified for metrics of load balancers", Refusal(scaler, Track(new()
        {
            PredefinedMetricSpecification = new()
            {
                PredefinedMetricType = MetricType.ASGAverageCPUUtilization,
                ResourceLabel = "app/a/778d41231b141a0f/targetgroup/b/943f017f100becff",
            },
        })));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(20, false)]
    [InlineData(30, true)]
    [InlineData(60, true)]
    [InlineData(120, false)]
    [InlineData(300, false)]
    public void A_period_is_one_that_target_tracking_takes(int period, bool isTaken)
    {
        var scaler = Scaler.New().Make(0, 5);
        foreach (var custom in new CustomizedMetricSpecification[]
        {
            Own with { Period = period },
            new() { Metrics = [new() { Id = "m", MetricStat = Stat with { Period = period } }] },
            new()
            {
                Metrics =
                [
                    new() { Id = "m", MetricStat = Stat, ReturnData = false },
                    new() { Id = "e", Expression = "m * 2", Period = period },
                ],
            },
        })
        {
            Assert.Equal(
                isTaken ? null : $"Period {period} is not valid: 10, 30 or 60",
                Refusal(scaler, Track(new() { CustomizedMetricSpecification = custom })));
        }
    }

    [Fact]
    public void A_customized_metric_is_one_metric_or_several_queries()
    {
        var scaler = Scaler.New().Make(0, 5);
        var queries = new CustomizedMetricSpecification { Metrics = [new() { Id = "m", MetricStat = Stat }] };
        Assert.Null(Refusal(scaler, Track(new() { CustomizedMetricSpecification = queries })));
        foreach (var both in new[]
        {
            queries with { MetricName = "busy" }, queries with { Namespace = "own" }, queries with { Unit = "Count" },
            queries with { Period = 60 }, queries with { Statistic = MetricStatistic.Sum },
            queries with { Dimensions = [new() { Name = "n", Value = "v" }] },
        })
        {
            Assert.StartsWith(
                "A customized metric is either one metric",
                Refusal(scaler, Track(new() { CustomizedMetricSpecification = both })), StringComparison.Ordinal);
        }
    }

    // The reference's own example: a threshold of 50 and 59 fall in the step from 0 to 10.
    [Theory]
    [InlineData(59, 3)]
    [InlineData(50, 3)]
    [InlineData(40, null)]
    public void A_metric_value_without_a_step_executes_nothing(double value, int? desired)
    {
        var scaler = Scaler.New().Make(0, 5, 2);
        Assert.Null(Refusal(scaler, new()
        {
            PolicyType = "StepScaling", AdjustmentType = "ChangeInCapacity", EstimatedInstanceWarmup = 0,
            StepAdjustments = [new() { MetricIntervalLowerBound = 0, ScalingAdjustment = 1 }],
        }));
        var thrown = Record.Exception(() => scaler.Rig.Run(new ExecutePolicy(), new ExecutePolicyRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "p", MetricValue = value, BreachThreshold = 50,
        })) as ServiceException;
        Assert.Equal(desired is null ? "ValidationError" : null, thrown?.Code);
        Assert.Equal(desired ?? 2, scaler.Now().DesiredCapacity);
    }

    private static PutScalingPolicyRequest Track(TargetTrackingConfiguration asked) => new()
    {
        PolicyType = "TargetTrackingScaling", TargetTrackingConfiguration = asked with { TargetValue = 50 },
    };

    private static string? Refusal(Scaler scaler, PutScalingPolicyRequest request) =>
        Record.Exception(() => scaler.Rig.Run(new PutScalingPolicy(), request with
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "p",
        }))?.Message;
}
