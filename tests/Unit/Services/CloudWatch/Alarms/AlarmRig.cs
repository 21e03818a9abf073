using Orrery.Contracts.Alarms;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Events;
using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.State;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

/// <summary>CloudWatch beside a topic service, an event bus and EC2's actions that only take note.</summary>
internal sealed class AlarmRig
{
    public const string Topic = "arn:aws:sns:eu-west-1:123456789012:pager";
    public const string Stop = "arn:aws:automate:eu-west-1:ec2:stop";

    public AlarmRig(IMetricSource? source = null)
    {
        var ports = Ports.None.With<IEventBus>(Bus).Also<IDestination>(Topics).Also<IAlarmAction>(Actions);
        Rig = Rig.Of([CloudWatchService.Registration], source is null ? ports : ports.Also(source));
    }

    public Rig Rig { get; }

    public NotingBus Bus { get; } = new();

    public NotingTopics Topics { get; } = new();

    public NotingActions Actions { get; } = new();

    public static PutMetricAlarmRequest Alarm(string name = "slow") => new()
    {
        AlarmName = name,
        Namespace = Points.Namespace,
        MetricName = "Latency",
        Statistic = Statistic.Average,
        Period = 60,
        EvaluationPeriods = 1,
        Threshold = 10,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        AlarmActions = [Topic],
        OKActions = [Topic],
    };

    public void Put(PutMetricAlarmRequest request) => Rig.Run(new PutMetricAlarm(), request);

    /// <summary>
    /// An alarm on a metric that has no data, for states set by hand: what is missing leaves it as it is.
    /// </summary>
    public void PutIdle(params string[] names)
    {
        foreach (var name in names)
            Put(new()
            {
                AlarmName = name,
                Namespace = "Idle",
                MetricName = name,
                Statistic = Statistic.Sum,
                Period = 60,
                EvaluationPeriods = 1,
                Threshold = 1,
                ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
                TreatMissingData = "ignore",
            });
    }

    public void Composite(string name, string rule) =>
        Rig.Run(new PutCompositeAlarm(), new()
        {
            AlarmName = name, AlarmRule = rule, AlarmActions = [Topic], OKActions = [Topic],
        });

    public void Set(string name, StateValue state) => Rig.Run(new SetAlarmState(), new SetAlarmStateRequest
    {
        AlarmName = name, StateValue = state, StateReason = "by hand",
    });

    public void Measure(double value) => Rig.Put(Rig.Ask(call => call.Now), value);

    public MetricAlarm Metric(string name = "slow") =>
        Assert.Single(Rig.Run(new DescribeAlarms(), new() { AlarmNames = [name] }).MetricAlarms!);

    public CompositeAlarm CompositeOf(string name) => Assert.Single(Rig.Run(
        new DescribeAlarms(), new() { AlarmNames = [name], AlarmTypes = [AlarmType.CompositeAlarm] }).CompositeAlarms!);

    public IReadOnlyList<AlarmHistoryItem> History(string name, HistoryItemType? type = null)
    {
        var (items, token) = (new List<AlarmHistoryItem>(), (string?)null);
        do
        {
            var page = Rig.Run(new DescribeAlarmHistory(), new DescribeAlarmHistoryRequest
            {
                AlarmName = name,
                HistoryItemType = type,
                ScanBy = ScanBy.TimestampAscending,
                MaxRecords = 100,
                NextToken = token,
            });
            items.AddRange(page.AlarmHistoryItems!);
            token = page.NextToken;
        }
        while (token is not null);
        return items;
    }

    public void Advance(int seconds) => Rig.Advance(TimeSpan.FromSeconds(seconds));

    internal sealed class NotingTopics : IDestination
    {
        public List<Delivery> Taken { get; } = [];

        public IEnumerable<string?> Subjects => Taken.Select(each => each.Subject);

        public string Service => "sns";

        public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) =>
            delivery.TargetArn.EndsWith("gone", StringComparison.Ordinal)
                ? new(ObstacleKind.NoResource, "Topic does not exist")
                : null;

        public void Deliver(Call call, Delivery delivery) => Taken.Add(delivery);
    }

    internal sealed class NotingBus : IEventBus
    {
        public List<ServiceEvent> Taken { get; } = [];

        public bool IsHeard { get; set; } = true;

        public bool Hears(ReadCall call, Scope scope) => IsHeard;

        public void Put(Call call, ServiceEvent occurred) => Taken.Add(occurred);
    }

    internal sealed class NotingActions : IAlarmAction
    {
        public List<AlarmAction> Taken { get; } = [];

        public bool Takes(string actionArn) => actionArn.Contains(":automate:", StringComparison.Ordinal);

        public string? Obstacle(ReadCall call, AlarmAction action) =>
            action.Metric?.Dimensions.Any(d => d.Name == "InstanceId") == true ? null : "InstanceId is missing";

        public string? Run(Call call, AlarmAction action)
        {
            Taken.Add(action);
            return null;
        }
    }
}
