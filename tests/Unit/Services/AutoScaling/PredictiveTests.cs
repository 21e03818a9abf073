using Orrery.Contracts.Loads;
using Orrery.Contracts.Scaling;
using Orrery.Engines.Scaling.Predictive;
using Orrery.Services.AutoScaling.Operations.Policies;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Cloudwatch;
using MetricDataQuery = Orrery.Wire.Generated.Autoscaling.MetricDataQuery;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Predictive scaling. Sources: EC2 Auto Scaling User Guide, "How predictive scaling works"; API Reference,
/// PredictiveScalingConfiguration, GetPredictiveScalingForecast.
/// </summary>
public sealed class PredictiveTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_forecast_takes_a_day_of_data_and_is_made_anew_every_six_hours()
    {
        var scaler = Scaler.New().Make(1, 10);
        Load(scaler, 190);
        Put(scaler, Pair(50));
        Assert.Empty(Ahead(scaler).CapacityForecast!.Values!);
        Assert.Null(scaler.Now().PredictedCapacity);
        scaler.Rig.Advance(23 * Hour);
        Assert.Equal((0, 18), (Ahead(scaler).CapacityForecast!.Values!.Count, Age(scaler)));
        scaler.Rig.Advance(8 * Hour);
        var told = Ahead(scaler);
        Assert.Equal(30, Age(scaler));
        Assert.Equal(48 - 1, told.CapacityForecast!.Values!.Count);
        Assert.All(told.CapacityForecast.Values, capacity => Assert.Equal(2, capacity));
        var load = Assert.Single(told.LoadForecast!);
        // 95 percent in each of the 60 minutes of an hour.
        Assert.All(load.Values!, value => Assert.Equal(95 * 60, value, 60.0));
        Assert.Equal(50, load.MetricSpecification!.TargetValue);
        Assert.Equal(Rig.Start.AddHours(31), load.Timestamps![0]);
        Assert.Equal(2, scaler.Now().PredictedCapacity);
        Assert.Single(scaler.Serving);
    }

    [Fact]
    public void It_scales_ahead_of_the_hour_and_says_so()
    {
        var scaler = Scaler.New().Make(1, 10);
        Load(scaler, 190);
        scaler.Rig.Advance(30 * Hour);
        Put(scaler, Pair(50) with { Mode = PredictiveScalingMode.ForecastAndScale, SchedulingBufferTime = 600 });
        scaler.Rig.Advance(TimeSpan.FromMinutes(49));
        Assert.Single(scaler.Serving);
        Assert.Equal(2, scaler.Now().PredictedCapacity);
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, scaler.Serving.Count);
        Assert.StartsWith(
            "At 2026-01-02T06:50:00Z predictive scaling policy ahead was executed changing the desired capacity from 1 "
            + "to 2.", scaler.Done[0].Cause, StringComparison.Ordinal);
        var told = Assert.Single(scaler.Rig.Run(new DescribePolicies(), new DescribePoliciesRequest
        {
            PolicyTypes = ["PredictiveScaling"],
        }).ScalingPolicies!);
        Assert.Equal(PredictiveScalingMode.ForecastAndScale, told.PredictiveScalingConfiguration!.Mode);
        Assert.Equal(
            PredefinedMetricPairType.ASGCPUUtilization,
            told.PredictiveScalingConfiguration.MetricSpecifications![0].PredefinedMetricPairSpecification!
                .PredefinedMetricType);
    }

    [Fact]
    public void It_never_scales_in_but_holds_what_it_needs_against_dynamic_policies()
    {
        var scaler = Scaler.New().Make(1, 10);
        Load(scaler, 190);
        scaler.Rig.Advance(30 * Hour);
        Put(scaler, Pair(50) with { Mode = PredictiveScalingMode.ForecastAndScale });
        scaler.Desire(5);
        scaler.Rig.Advance(2 * Hour);
        Assert.Equal(5, scaler.Serving.Count);
        var told = Assert.Single(scaler.Rig.Ask(
            call => call.Port<IScalingGroups>().Explain(call, Scaler.Group)).Policies);
        Assert.Equal(("ahead", null, "2 would do, but a forecast never scales in"), (told.Name, told.Wants, told.Says));
        Track(scaler, 90);
        Load(scaler, 10);
        scaler.Rig.Advance(3 * Hour);
        Assert.Equal(2, scaler.Serving.Count);
        Delete(scaler);
        scaler.Rig.Advance(2 * Hour);
        Assert.Single(scaler.Serving);
        Assert.Null(scaler.Now().PredictedCapacity);
    }

    [Fact]
    public void What_scales_no_more_has_no_timer_and_holds_nothing()
    {
        var scaler = Scaler.New().Make(1, 10);
        Load(scaler, 190);
        scaler.Rig.Advance(30 * Hour);
        Put(scaler, Pair(50) with { Mode = PredictiveScalingMode.ForecastAndScale });
        Put(scaler, Pair(50));
        scaler.Rig.Advance(6 * Hour);
        Assert.Single(scaler.Serving);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new ExecutePolicy(), new ExecutePolicyRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "ahead",
        }));
    }

    // Jobs that each keep a worker busy for 10 percent, at a target of 50: a fifth of the jobs.
    [Theory]
    [InlineData(50, null, null, 10, 10)]
    [InlineData(250, null, null, 10, 10)]
    [InlineData(250, "IncreaseMaxCapacity", 10, 50, 55)]
    [InlineData(250, "IncreaseMaxCapacity", 0, 50, 50)]
    [InlineData(48, "IncreaseMaxCapacity", 10, 10, 11)]
    public void Own_metrics_learn_what_a_unit_of_load_needs(
        int jobs, string? breach, int? buffer, int desired, int max)
    {
        var scaler = Scaler.New().Make(1, 10);
        Past(scaler, "jobs", jobs);
        Past(scaler, "workers", 4);
        Past(scaler, "busy", jobs * 10.0 / 4);
        Put(scaler, Own() with
        {
            Mode = PredictiveScalingMode.ForecastAndScale,
            MaxCapacityBreachBehavior =
                PredictiveScalingMaxCapacityBreachBehaviorWire.Parse(breach ?? "HonorMaxCapacity"),
            MaxCapacityBuffer = buffer,
        });
        Assert.All(Ahead(scaler).CapacityForecast!.Values!, value => Assert.Equal(Math.Ceiling(jobs / 5.0), value));
        scaler.Rig.Advance(Hour);
        Assert.Equal((desired, max), (scaler.Now().DesiredCapacity!.Value, scaler.Now().MaxSize!.Value));
    }

    [Fact]
    public void Expressions_are_worked_out_and_what_was_forecast_stays()
    {
        var scaler = Scaler.New().Make(1, 10);
        Past(scaler, "jobs", 50);
        Past(scaler, "workers", 4);
        Past(scaler, "busy", 125);
        var specification = Own().MetricSpecifications![0];
        Put(scaler, Own() with
        {
            MetricSpecifications =
            [
                specification with
                {
                    CustomizedLoadMetricSpecification = new()
                    {
                        MetricDataQueries =
                        [
                            Query("m", "jobs") with { ReturnData = false },
                            new() { Id = "e", Expression = "m * 3" },
                        ],
                    },
                },
            ],
        });
        var ahead = Ahead(scaler);
        Assert.All(ahead.LoadForecast![0].Values!, value => Assert.Equal(150, value, 1e-6));
        Assert.All(ahead.CapacityForecast!.Values!, value => Assert.Equal(10, value));
        scaler.Rig.Advance(20 * Hour);
        var past = Forecast(scaler, Rig.Start, Rig.Start.AddHours(20));
        Assert.Equal(20, past.CapacityForecast!.Timestamps!.Distinct().Count());
        Assert.Equal(20, past.CapacityForecast.Timestamps!.Count);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("two")]
    [InlineData("alb")]
    [InlineData("label")]
    [InlineData("pair and load")]
    [InlineData("load alone")]
    [InlineData("capacity alone")]
    [InlineData("buffer alone")]
    [InlineData("no buffer")]
    [InlineData("late")]
    [InlineData("target")]
    [InlineData("math")]
    [InlineData("warmup")]
    public void Policies_that_cannot_be_are_refused(string flaw)
    {
        var scaler = Scaler.New().Make(1, 10);
        var pair = Pair(50).MetricSpecifications![0];
        var asked = flaw switch
        {
            "none" => null,
            "two" => Pair(50) with { MetricSpecifications = [pair, pair] },
            "buffer alone" => Pair(50) with { MaxCapacityBuffer = 10 },
            "no buffer" => Pair(50) with
            {
                MaxCapacityBreachBehavior = PredictiveScalingMaxCapacityBreachBehavior.IncreaseMaxCapacity,
            },
            "late" => Pair(50) with { SchedulingBufferTime = 3600 },
            "warmup" => Pair(50),
            _ => Pair(50) with { MetricSpecifications = [Wrong(flaw, pair)!] },
        };
        Assert.Equal("ValidationError", scaler.Rig.Refused(new PutScalingPolicy(), Request(asked) with
        {
            EstimatedInstanceWarmup = flaw == "warmup" ? 10 : null,
        }));
        Assert.Empty(scaler.Rig.Run(new DescribePolicies(), new DescribePoliciesRequest()).ScalingPolicies!);
    }

    [Fact]
    public void Forecasts_are_told_of_predictive_policies_within_30_days_only()
    {
        var scaler = Scaler.New().Make(1, 10);
        Put(scaler, Pair(50));
        Track(scaler, 50);
        Assert.Equal("ValidationError", Refused(scaler, "track", Rig.Start, Rig.Start.AddDays(1)));
        Assert.Equal("ValidationError", Refused(scaler, "none", Rig.Start, Rig.Start.AddDays(1)));
        Assert.Equal("ValidationError", Refused(scaler, "ahead", Rig.Start, Rig.Start));
        Assert.Equal("ValidationError", Refused(scaler, "ahead", Rig.Start, Rig.Start.AddDays(31)));
        Assert.Equal("ValidationError", Refused(scaler, "ahead", Rig.Start.AddDays(-400), Rig.Start.AddDays(-399)));
    }

    [Theory]
    [InlineData("10 20", "5 10", 0.5)]
    [InlineData("10 - 20", "5 7 10", 0.5)]
    [InlineData("0", "0", null)]
    [InlineData("10", "-", null)]
    public void The_ratio_is_that_of_the_hours_that_have_both(string loads, string needs, double? ratio) =>
        Assert.Equal(ratio, LoadRatio.Of(Numbers(loads), Numbers(needs)));

    private static IEnumerable<double?> Numbers(string text) =>
        text.Split(' ').Select(word => word == "-" ? (double?)null : double.Parse(word, null));

    private static PredictiveScalingConfiguration Pair(double target) => new()
    {
        MetricSpecifications =
        [
            new()
            {
                TargetValue = target,
                PredefinedMetricPairSpecification = new()
                {
                    PredefinedMetricType = PredefinedMetricPairType.ASGCPUUtilization,
                },
            },
        ],
    };

    private static PredictiveScalingConfiguration Own() => new()
    {
        MetricSpecifications =
        [
            new()
            {
                TargetValue = 50,
                CustomizedLoadMetricSpecification = new() { MetricDataQueries = [Query("l", "jobs")] },
                CustomizedScalingMetricSpecification = new() { MetricDataQueries = [Query("s", "busy")] },
                CustomizedCapacityMetricSpecification = new() { MetricDataQueries = [Query("c", "workers")] },
            },
        ],
    };

    private static MetricDataQuery Query(string id, string metric) => new()
    {
        Id = id, MetricStat = new() { Metric = new() { Namespace = "own", MetricName = metric }, Stat = "Average" },
    };

    private static PutScalingPolicyRequest Request(PredictiveScalingConfiguration? asked) => new()
    {
        AutoScalingGroupName = Scaler.Group,
        PolicyName = "ahead",
        PolicyType = "PredictiveScaling",
        PredictiveScalingConfiguration = asked,
    };

    private static void Put(Scaler scaler, PredictiveScalingConfiguration asked) =>
        scaler.Rig.Run(new PutScalingPolicy(), Request(asked));

    private static void Delete(Scaler scaler) => scaler.Rig.Run(new DeletePolicy(), new DeletePolicyRequest
    {
        AutoScalingGroupName = Scaler.Group, PolicyName = "ahead",
    });

    private static void Track(Scaler scaler, double target) => scaler.Rig.Run(
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

    private static GetPredictiveScalingForecastResult Ahead(Scaler scaler) =>
        Forecast(scaler, scaler.Rig.World.Clock.Now, scaler.Rig.World.Clock.Now.AddDays(3));

    private static double Age(Scaler scaler) => (Ahead(scaler).UpdateTime!.Value - Rig.Start).TotalHours;

    private static GetPredictiveScalingForecastResult Forecast(
        Scaler scaler, DateTimeOffset from, DateTimeOffset to, string policy = "ahead") => scaler.Rig.Run(
        new GetPredictiveScalingForecast(), new GetPredictiveScalingForecastRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = policy, StartTime = from, EndTime = to,
        });

    private static string Refused(Scaler scaler, string policy, DateTimeOffset from, DateTimeOffset to) =>
        Rig.Refusal(() => Forecast(scaler, from, to, policy));

    private static void Past(Scaler scaler, string metric, double value)
    {
        for (var hour = 1; hour <= 30; hour++)
        {
            scaler.Rig.Run(new PutMetricData(), new PutMetricDataRequest
            {
                Namespace = "own",
                MetricData = [new() { MetricName = metric, Value = value, Timestamp = Rig.Start.AddHours(-hour) }],
            });
        }
    }

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

    private static PredictiveScalingMetricSpecification? Wrong(
        string flaw, PredictiveScalingMetricSpecification pair) => flaw switch
    {
        "alb" => pair with
        {
            PredefinedMetricPairSpecification = new()
            {
                PredefinedMetricType = PredefinedMetricPairType.ALBRequestCount,
            },
        },
        "label" => pair with
        {
            PredefinedMetricPairSpecification =
                pair.PredefinedMetricPairSpecification! with { ResourceLabel = "app/x" },
        },
        "pair and load" => pair with
        {
            CustomizedLoadMetricSpecification = new() { MetricDataQueries = [Query("l", "x")] },
        },
        "load alone" => new()
        {
            TargetValue = 1,
            PredefinedLoadMetricSpecification =
                new() { PredefinedMetricType = PredefinedLoadMetricType.ASGTotalCPUUtilization },
        },
        "capacity alone" => pair with
        {
            CustomizedCapacityMetricSpecification = new() { MetricDataQueries = [Query("c", "x")] },
        },
        "target" => pair with { TargetValue = 0 },
        "math" => Own().MetricSpecifications![0] with
        {
            CustomizedLoadMetricSpecification =
                new() { MetricDataQueries = [new() { Id = "e", Expression = "no + 1" }] },
        },
        _ => null,
    };
}
