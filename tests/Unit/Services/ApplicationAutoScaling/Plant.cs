using Orrery.Contracts.Metrics;
using Orrery.Contracts.Scaling;
using Orrery.Services.ApplicationAutoScaling;
using Orrery.Services.ApplicationAutoScaling.Operations.Activities;
using Orrery.Services.ApplicationAutoScaling.Operations.Policies;
using Orrery.Services.ApplicationAutoScaling.Operations.Targets;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.Events;
using Orrery.Services.Sns;
using Orrery.Services.Sqs;
using Orrery.Wire.Generated.ApplicationAutoscaling;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.ApplicationAutoScaling;

/// <summary>Short ways to what tests of scalable targets begin with: one resource, and a load on it.</summary>
internal sealed class Plant
{
    /// <summary>The resource of most tests.</summary>
    public const string Id = "service/default/web";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private Plant(Rig rig) => Rig = rig;

    /// <summary>The world.</summary>
    public Rig Rig { get; }

    /// <summary>A new world with a resource of some capacity.</summary>
    public static Plant New(int capacity)
    {
        var plant = new Plant(Rig.Of(
            ApplicationAutoScalingService.Registration, Tanks.Service, CloudWatchService.Registration,
            EventsService.Registration, SnsService.Registration, SqsService.Registration));
        plant.Change(_ => new() { Key = new(Id), Capacity = capacity });
        return plant;
    }

    /// <summary>The capacity now.</summary>
    public int Capacity => Tank.Capacity;

    /// <summary>The resource now.</summary>
    public TankRecord Tank => Rig.Ask(call => call.Read(Tanks.Table).Find(new(Id)))!;

    /// <summary>The target now.</summary>
    public ScalableTarget Target => Assert.Single(Rig.Run(
        new DescribeScalableTargets(), new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Ecs })
        .ScalableTargets!);

    /// <summary>What was done, the newest first.</summary>
    public IReadOnlyList<ScalingActivity> Done => Activities(false);

    /// <summary>The alarms that there are.</summary>
    public IReadOnlyList<MetricAlarm> Alarms =>
        Rig.Run(new DescribeAlarms(), new DescribeAlarmsRequest()).MetricAlarms!;

    /// <summary>What was done, and if wanted what was not, the newest first.</summary>
    public IReadOnlyList<ScalingActivity> Activities(bool notScaled) => Rig.Run(
        new DescribeScalingActivities(), new DescribeScalingActivitiesRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Id, IncludeNotScaledActivities = notScaled,
        }).ScalingActivities!;

    /// <summary>A request to register the resource.</summary>
    public static RegisterScalableTargetRequest Of(int? min, int? max) => new()
    {
        ServiceNamespace = ServiceNamespace.Ecs,
        ResourceId = Id,
        ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
        MinCapacity = min,
        MaxCapacity = max,
    };

    /// <summary>Registers the resource.</summary>
    public Plant Register(int? min, int? max) => Register(Of(min, max));

    /// <summary>Registers the resource.</summary>
    public Plant Register(RegisterScalableTargetRequest request)
    {
        Rig.Run(new RegisterScalableTarget(), request);
        return this;
    }

    /// <summary>A request for a policy.</summary>
    public static PutScalingPolicyRequest Policy(string name = "policy") => new()
    {
        ServiceNamespace = ServiceNamespace.Ecs,
        ResourceId = Id,
        ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
        PolicyName = name,
    };

    /// <summary>A request for a target tracking policy.</summary>
    public static PutScalingPolicyRequest Tracking(double target, string name = "track") => Policy(name) with
    {
        PolicyType = PolicyType.TargetTrackingScaling,
        TargetTrackingScalingPolicyConfiguration = new()
        {
            TargetValue = target,
            PredefinedMetricSpecification = new() { PredefinedMetricType = MetricType.ECSServiceAverageCPUUtilization },
        },
    };

    /// <summary>A request for a step policy of one step up.</summary>
    public static PutScalingPolicyRequest Steps(
        AdjustmentType type, string name, params StepAdjustment[] steps) => Policy(name) with
    {
        PolicyType = PolicyType.StepScaling,
        StepScalingPolicyConfiguration = new() { AdjustmentType = type, StepAdjustments = steps },
    };

    /// <summary>Puts a policy.</summary>
    public PutScalingPolicyResult Put(PutScalingPolicyRequest request) => Rig.Run(new PutScalingPolicy(), request);

    /// <summary>Has an alarm above a threshold run policies.</summary>
    public void Watch(double threshold, params string[] policies) => Rig.Run(new PutMetricAlarm(), new()
    {
        AlarmName = "busy",
        Namespace = "AWS/ECS",
        MetricName = "CPUUtilization",
        Dimensions = [new() { Name = "Name", Value = Id }],
        Statistic = Statistic.Average,
        Period = 60,
        EvaluationPeriods = 1,
        Threshold = threshold,
        ComparisonOperator = ComparisonOperator.GreaterThanOrEqualToThreshold,
        AlarmActions = policies,
    });

    /// <summary>Lets minutes pass, in each of which the metric follows from the capacity.</summary>
    public void Pass(int minutes, Func<int, double> metric)
    {
        for (var i = 0; i < minutes; i++)
        {
            var value = metric(Capacity);
            Rig.Do(call =>
            {
                call.Port<IMetrics>().Put(
                    call, new("AWS/ECS", "CPUUtilization", [new("Name", Id)]), MetricSample.Of(call.Now, value),
                    "Percent");
                return 0;
            });
            Rig.Advance(Minute);
        }
    }

    /// <summary>Changes the resource behind the back of everybody.</summary>
    public void Change(Func<TankRecord, TankRecord> how) => Rig.Do(call =>
    {
        call.Write(Tanks.Table).Put(how(call.Read(Tanks.Table).Find(new(Id))!));
        return 0;
    });

    /// <summary>Changes the resource as its service would, and tells of it.</summary>
    public void Tell(Func<TankRecord, TankRecord> how)
    {
        Change(how);
        Rig.Do(call =>
        {
            call.Port<IScalableWatcher>().Changed(call, Tanks.Dimension, Id);
            return 0;
        });
        Rig.Advance(TimeSpan.Zero);
    }
}
