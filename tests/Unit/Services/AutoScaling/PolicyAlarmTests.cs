using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Policies;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// What becomes of the alarms of users when their policies go. Source: API Reference, DeletePolicy and
/// DeleteAutoScalingGroup.
/// </summary>
public sealed class PolicyAlarmTests
{
    [Fact]
    public void A_deleted_policy_is_no_action_of_an_alarm_any_more_and_the_alarm_stays()
    {
        var scaler = Scaler.New().Make(0, 5);
        var (one, two) = (Put(scaler, "one"), Put(scaler, "two"));
        Watch(scaler, "both", [one, two], [one]);
        Watch(scaler, "idle", [one], []);
        Watch(scaler, "other", [two], []);
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        scaler.Rig.Run(new DeletePolicy(), new DeletePolicyRequest
        {
            AutoScalingGroupName = Scaler.Group, PolicyName = "one",
        });
        Assert.Equal(["both", "idle", "other"], Alarms(scaler).Keys.Order(StringComparer.Ordinal));
        Assert.Equal([two], Alarms(scaler)["both"].AlarmActions!);
        Assert.Empty(Alarms(scaler)["both"].OKActions!);
        Assert.Empty(Alarms(scaler)["idle"].AlarmActions!);
        Assert.Equal([two], Alarms(scaler)["other"].AlarmActions!);
        Assert.Equal(Rig.Start.AddMinutes(1), Alarms(scaler)["idle"].AlarmConfigurationUpdatedTimestamp);
        Assert.Equal(Rig.Start, Alarms(scaler)["other"].AlarmConfigurationUpdatedTimestamp);
        Assert.Equal(2, scaler.Rig.Run(new DescribeAlarmHistory(), new DescribeAlarmHistoryRequest
        {
            AlarmName = "idle", HistoryItemType = HistoryItemType.ConfigurationUpdate,
        }).AlarmHistoryItems!.Count);
        // The alarm can be put as it is told.
        Watch(scaler, "both", Alarms(scaler)["both"].AlarmActions!, []);
    }

    [Fact]
    public void With_a_group_go_the_alarms_that_have_nothing_else_to_do()
    {
        var scaler = Scaler.New().Make(0, 5);
        var topic = scaler.Rig.Run(new CreateTopic(), new() { Name = "told" }).TopicArn!;
        var (one, two) = (Put(scaler, "one"), Put(scaler, "two"));
        Watch(scaler, "both", [one], [two]);
        Watch(scaler, "telling", [one, topic], []);
        Watch(scaler, "watched", [two], []);
        Watch(scaler, "idle", [], []);
        scaler.Rig.Run(new PutCompositeAlarm(), new PutCompositeAlarmRequest
        {
            AlarmName = "above", AlarmRule = "ALARM(watched)",
        });
        scaler.Rig.Run(new DeleteAutoScalingGroup(), new() { AutoScalingGroupName = Scaler.Group, ForceDelete = true });
        scaler.Rig.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(["idle", "telling", "watched"], Alarms(scaler).Keys.Order(StringComparer.Ordinal));
        Assert.Equal([topic], Alarms(scaler)["telling"].AlarmActions!);
        Assert.Empty(Alarms(scaler)["watched"].AlarmActions!);
    }

    private static string Put(Scaler scaler, string name) => scaler.Rig.Run(
        new PutScalingPolicy(), new PutScalingPolicyRequest
        {
            AutoScalingGroupName = Scaler.Group,
            PolicyName = name,
            AdjustmentType = "ChangeInCapacity",
            ScalingAdjustment = 1,
        }).PolicyARN!;

    private static Dictionary<string, MetricAlarm> Alarms(Scaler scaler) => scaler.Rig.Run(
        new DescribeAlarms(), new DescribeAlarmsRequest()).MetricAlarms!.ToDictionary(alarm => alarm.AlarmName!);

    private static void Watch(Scaler scaler, string name, IReadOnlyList<string> actions, IReadOnlyList<string> ok) =>
        scaler.Rig.Run(new PutMetricAlarm(), new()
        {
            AlarmName = name,
            Namespace = "own",
            MetricName = "busy",
            Statistic = Statistic.Average,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 60,
            ComparisonOperator = ComparisonOperator.GreaterThanOrEqualToThreshold,
            AlarmActions = actions,
            OKActions = ok,
        });
}
