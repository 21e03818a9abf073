using CsCheck;
using Orrery.Contracts.Loads;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Policies;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>Policies are asked only in minutes in which they do something, and decide as if asked in each.</summary>
public sealed class ForesightTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    private static readonly Gen<(int Verb, int Amount, int Wait)[]> Scripts =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20], Gen.Int[1, 40]).Array[2, 8];

    [Fact]
    public void A_group_that_is_asked_each_minute_decides_the_same() => Gen.Select(Scripts, Gen.Bool, Gen.Int[1, 3])
        .Sample(
            (script, slowly, policies) =>
            {
                var delays = slowly ? Delays.Aws : Delays.None;
                Assert.Equal(Play(script, policies, delays, everyMinute: true), Play(script, policies, delays, false));
            },
            iter: 20, threads: 1);

    [Fact]
    public void Nothing_is_asked_while_an_alarm_goes_on_in_vain()
    {
        var scaler = Scaler.New().Make(1, 4, 3);
        Track(scaler, "track", 50, inToo: true);
        Load(scaler, 285);
        scaler.Rig.Advance(30 * Minute);
        // The metric is below 90 % of the target for a quarter of an hour, but a third less would be too little.
        Load(scaler, 267);
        scaler.Rig.Advance(60 * Minute);
        var before = scaler.Rig.World.Current.Sequence;
        scaler.Rig.Advance(TimeSpan.FromHours(12));
        Assert.InRange(scaler.Rig.World.Current.Sequence - before, 0, 12);
        Assert.Equal(3, scaler.Now().DesiredCapacity);
    }

    [Fact]
    public void An_alarm_that_goes_out_in_a_minute_is_not_asked_about_in_that_minute()
    {
        var scaler = Scaler.New().Make(1, 4, 1);
        Track(scaler, "track", 50, inToo: true);
        Load(scaler, 150);
        scaler.Rig.Advance(10 * Minute);
        var last = scaler.Rig.Ask(call => Decisions.Before(call, Scaler.Group, call.Now).First());
        Assert.Equal((1, 2, "LARGEST"), (last.From, last.To, last.Decision.Root.Code));
    }

    [Theory]
    [InlineData(60.0, true, "60, above its threshold 50")]
    [InlineData(40.0, true, "40, not above its threshold 50")]
    [InlineData(40.0, false, "40, below its threshold 50")]
    [InlineData(60.0, false, "60, not below its threshold 50")]
    [InlineData(null, true, "unknown, above its threshold 50")]
    public void A_reason_says_on_which_side_of_its_threshold_an_alarm_is(double? value, bool isAbove, string end) =>
        Assert.EndsWith(end, AlarmTexts.Reason(new("a", "arn", 50, isAbove, "ALARM", value)).Text);

    private static List<(DateTimeOffset, int, int, string?, string)> Play(
        (int Verb, int Amount, int Wait)[] script, int policies, Delays delays, bool everyMinute)
    {
        var scaler = Scaler.New(delays).Make(Scaler.Of(1, 9, 2) with { TerminationPolicies = ["OldestInstance"] });
        Track(scaler, "track", 50, inToo: policies > 1);
        if (policies > 1) Track(scaler, "other", 30, inToo: false);
        if (policies > 2) Step(scaler);
        foreach (var (verb, amount, wait) in script)
        {
            Do(scaler, verb, amount);
            Wait(scaler, wait * Minute, everyMinute);
        }

        return scaler.Rig.Ask(call => Decisions.Before(call, Scaler.Group, call.Now)
            .Select(one => (one.At, one.From, one.To, one.Winner, one.Decision.Root.Code)).ToList());
    }

    private static void Wait(Scaler scaler, TimeSpan time, bool everyMinute)
    {
        for (var passed = TimeSpan.Zero; everyMinute && passed < time; passed += Look)
        {
            scaler.Rig.Advance(Look);
            scaler.Rig.Do(call =>
            {
                PolicyLoop.Unforeseen(call, Scaler.Group);
                return true;
            });
        }

        if (!everyMinute) scaler.Rig.Advance(time);
    }

    private static void Do(Scaler scaler, int verb, int amount)
    {
        switch (verb)
        {
            case 0 or 1 or 2:
                Load(scaler, amount * 70);
                break;
            case 3:
                Wave(scaler, amount * 70);
                break;
            case 4:
                Put(scaler, amount * 6);
                break;
            case 5:
                var group = scaler.Now();
                scaler.Desire(Math.Clamp(1 + (amount % 9), group.MinSize!.Value, group.MaxSize!.Value));
                break;
            case 6:
                Bound(scaler, 1 + (amount % 4), 5 + (amount % 8));
                break;
            case 7:
                if (scaler.Serving is [var first, ..]) scaler.Kill(first.InstanceId!);
                break;
            case 8:
                Suspend(scaler, amount % 2 == 0);
                break;
            default:
                Track(scaler, "track", 30 + amount, inToo: true);
                break;
        }
    }

    private static void Track(Scaler scaler, string name, double target, bool inToo) => scaler.Rig.Run(
        new PutScalingPolicy(), new PutScalingPolicyRequest
        {
            AutoScalingGroupName = Scaler.Group,
            PolicyName = name,
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new()
            {
                TargetValue = target,
                DisableScaleIn = !inToo,
                PredefinedMetricSpecification = new() { PredefinedMetricType = MetricType.ASGAverageCPUUtilization },
            },
        });

    private static void Step(Scaler scaler)
    {
        var policy = scaler.Rig.Run(new PutScalingPolicy(), new PutScalingPolicyRequest
        {
            AutoScalingGroupName = Scaler.Group,
            PolicyName = "step",
            PolicyType = "StepScaling",
            AdjustmentType = "ChangeInCapacity",
            EstimatedInstanceWarmup = 120,
            StepAdjustments =
            [
                new() { MetricIntervalLowerBound = 0, MetricIntervalUpperBound = 20, ScalingAdjustment = 1 },
                new() { MetricIntervalLowerBound = 20, ScalingAdjustment = 2 },
            ],
        }).PolicyARN!;
        scaler.Rig.Run(new PutMetricAlarm(), new()
        {
            AlarmName = "busy",
            Namespace = "own",
            MetricName = "busy",
            Statistic = Statistic.Average,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 60,
            ComparisonOperator = ComparisonOperator.GreaterThanOrEqualToThreshold,
            TreatMissingData = "ignore",
            AlarmActions = [policy],
        });
    }

    private static void Load(Scaler scaler, double rate) =>
        Load(scaler, new LoadShape { Kind = "constant", Value = rate });

    private static void Wave(Scaler scaler, double rate) => Load(scaler, new LoadShape
    {
        Kind = "sum",
        Parts =
        [
            new() { Kind = "diurnal", Low = rate / 2, High = rate, PeakHour = 2 },
            new() { Kind = "ramp", From = 0, To = rate, After = 300, Seconds = 1800 },
        ],
    });

    private static void Load(Scaler scaler, LoadShape rate)
    {
        scaler.Rig.Do(call => call.Port<ILoads>().Apply(call,
        [
            new()
            {
                Name = "shop",
                Targets = [new(Tag: "aws:autoscaling:groupName=asg")],
                Rate = rate,
                Cost = new(CpuSeconds: 0.01),
            },
        ]));
        scaler.Rig.Advance(TimeSpan.Zero);
    }

    private static void Put(Scaler scaler, double value) => scaler.Rig.Run(new PutMetricData(), new()
    {
        Namespace = "own", MetricData = [new() { MetricName = "busy", Value = value }],
    });

    private static void Bound(Scaler scaler, int min, int max) => scaler.Rig.Run(
        new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, MinSize = min, MaxSize = max,
        });

    private static void Suspend(Scaler scaler, bool isOn)
    {
        if (isOn)
        {
            scaler.Rig.Run(new SuspendProcesses(), new SuspendProcessesRequest
            {
                AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["AlarmNotification"],
            });
        }
        else
        {
            scaler.Rig.Run(new ResumeProcesses(), new ResumeProcessesRequest
            {
                AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["AlarmNotification"],
            });
        }
    }
}
