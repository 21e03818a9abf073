using Orrery.Contracts;
using Orrery.Contracts.Alarms;
using Orrery.Contracts.Instances;
using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Ports;
using Orrery.Wire.Generated.Cloudwatch;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// Alarms that stop, end, reboot and recover instances. Source: CloudWatch User Guide, "Create alarms to stop,
/// terminate, reboot, or recover an EC2 instance".
/// </summary>
public sealed class AlarmActionTests
{
    private const string Recover = "arn:aws:automate:eu-west-1:ec2:recover";
    private const string Flow = "arn:aws:swf:eu-west-1:123456789012:action/actions/AWS_EC2.InstanceId.";
    private readonly Rig _rig = Rig.Of(
        [Ec2Service.Registration, CloudWatchService.Registration],
        Ports.None.With<IQuotas>(new Quotas([KeyValuePair.Create("L-1216C47A", 100)])), Delays.Aws);

    [Fact]
    public void A_failing_system_raises_the_alarm_is_recovered_and_the_alarm_is_ok_again()
    {
        var id = Launch();
        _rig.Run(new PutMetricAlarm(), Alarm(id, "StatusCheckFailed_System", Recover) with { EvaluationPeriods = 2 });
        _rig.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(StateValue.Ok, State());
        Impair(id, CheckKind.System);
        _rig.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains($"Successfully executed action {Recover}", Actions());
        Assert.Equal(SummaryStatus.Initializing, Status(id).SystemStatus!.Status);
        _rig.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(StateValue.Ok, State());
        Assert.Equal(SummaryStatus.Ok, Status(id).SystemStatus!.Status);
        Assert.Equal(InstanceStateName.Running, Status(id).InstanceState!.Name);
    }

    [Fact]
    public void What_cannot_be_recovered_is_told_in_the_history()
    {
        var id = Launch();
        _rig.Run(new PutMetricAlarm(), Alarm(id, "StatusCheckFailed", Recover));
        _rig.Advance(TimeSpan.FromMinutes(5));
        Impair(id, CheckKind.Instance);
        _rig.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(StateValue.Alarm, State());
        Assert.Contains($"Failed to execute action {Recover}", Assert.Single(Actions()), StringComparison.Ordinal);
        Assert.Equal(SummaryStatus.Impaired, Status(id).InstanceStatusValue!.Status);
    }

    [Theory]
    [InlineData("arn:aws:automate:eu-west-1:ec2:stop", InstanceStateName.Stopped)]
    [InlineData(Flow + "Stop/1.0", InstanceStateName.Stopped)]
    [InlineData("arn:aws:automate:eu-west-1:ec2:terminate", InstanceStateName.Terminated)]
    [InlineData(Flow + "Terminate/1.0", InstanceStateName.Terminated)]
    [InlineData("arn:aws:automate:eu-west-1:ec2:reboot", InstanceStateName.Running)]
    [InlineData(Flow + "Reboot/1.0", InstanceStateName.Running)]
    public void An_idle_instance_is_stopped_ended_or_rebooted(string arn, InstanceStateName state)
    {
        var id = Launch();
        _rig.Advance(TimeSpan.FromMinutes(10));
        Impair(id, CheckKind.Instance);
        _rig.Run(new PutMetricAlarm(), Alarm(id, "StatusCheckFailed_Instance", arn));
        _rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains($"Successfully executed action {arn}", Actions());
        Assert.Equal(state, Status(id).InstanceState!.Name);
        Assert.Equal(
            state == InstanceStateName.Running ? SummaryStatus.Ok : SummaryStatus.NotApplicable,
            Status(id).InstanceStatusValue!.Status);
    }

    [Fact]
    public void Protection_holds_against_alarms_too()
    {
        const string arn = "arn:aws:automate:eu-west-1:ec2:terminate";
        var id = Launch(Fleet.One() with { DisableApiTermination = true });
        _rig.Run(new PutMetricAlarm(), Alarm(id, "StatusCheckFailed", arn));
        _rig.Run(new SetAlarmState(), new()
        {
            AlarmName = "watch", StateValue = StateValue.Alarm, StateReason = "test",
        });
        var item = Assert.Single(History());
        Assert.Equal($"Failed to execute action {arn}", Head(item.HistorySummary!));
        Assert.Contains("disableApiTermination", item.HistoryData, StringComparison.Ordinal);
        Assert.Equal(InstanceStateName.Running, Status(id).InstanceState!.Name);
    }

    // botocore documentation of PutMetricAlarm, AlarmActions; CloudWatch User Guide as above.
    [Theory]
    [InlineData("arn:aws:automate:eu-west-1:ec2:stop", "AWS/EC2", "CPUUtilization", true, true)]
    [InlineData("arn:aws:automate:eu-west-1:ec2:stop", "Own", "Idle", true, true)]
    [InlineData("arn:aws:automate:eu-west-1:ec2:stop", "Own", "Idle", false, false)]
    [InlineData("arn:aws:automate:us-east-1:ec2:stop", "AWS/EC2", "CPUUtilization", true, false)]
    [InlineData("arn:aws:automate:eu-west-1:ec2:start", "AWS/EC2", "CPUUtilization", true, false)]
    [InlineData(Recover, "AWS/EC2", "StatusCheckFailed_System", true, true)]
    [InlineData(Recover, "AWS/EC2", "StatusCheckFailed_Instance", true, false)]
    [InlineData(Flow + "Recover/1.0", "AWS/EC2", "StatusCheckFailed_System", true, true)]
    [InlineData(Flow + "Stop/2.0", "AWS/EC2", "CPUUtilization", true, false)]
    [InlineData("arn:aws:swf:eu-west-1:999999999999:action/actions/AWS_EC2.InstanceId.Stop/1.0", "AWS/EC2",
        "CPUUtilization", true, false)]
    public void An_alarm_may_have_an_action_on_what_it_watches(
        string arn, string space, string metric, bool ofInstance, bool allowed)
    {
        var request = Alarm("i-0123456789abcdef0", metric, arn) with { Namespace = space };
        request = ofInstance ? request : request with { Dimensions = [] };
        if (allowed) _rig.Run(new PutMetricAlarm(), request);
        else Assert.Equal("ValidationError", _rig.Refused(new PutMetricAlarm(), request));
    }

    [Fact]
    public void An_instance_that_is_gone_is_told_and_nothing_else()
    {
        var action = new AlarmAction(
            "arn:aws:automate:eu-west-1:ec2:stop", "arn",
            new("AWS/EC2", "CPUUtilization", [new MetricDimension("InstanceId", "i-0123456789abcdef0")]), "ALARM");
        Assert.Equal(
            "The instance ID 'i-0123456789abcdef0' does not exist",
            _rig.Do(call => new InstanceAlarmAction().Run(call, action)));
    }

    private static PutMetricAlarmRequest Alarm(string id, string metric, string action) => new()
    {
        AlarmName = "watch",
        Namespace = "AWS/EC2",
        MetricName = metric,
        Dimensions = [new() { Name = "InstanceId", Value = id }],
        Statistic = Statistic.Maximum,
        Period = 60,
        EvaluationPeriods = 1,
        Threshold = 1,
        ComparisonOperator = ComparisonOperator.GreaterThanOrEqualToThreshold,
        AlarmActions = [action],
    };

    private string Launch(RunInstancesRequest? request = null)
    {
        var id = _rig.Run(new RunInstances(), request ?? Fleet.One()).Instances![0].InstanceId!;
        _rig.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    private void Impair(string id, CheckKind check) =>
        _rig.Do(call => new ImpairmentDesk().Impair(call, id, check, null, isSilent: false));

    private InstanceStatus Status(string id) => Assert.Single(_rig.Run(
        new DescribeInstanceStatus(),
        new DescribeInstanceStatusRequest { InstanceIds = [id], IncludeAllInstances = true }).InstanceStatuses!);

    private StateValue? State() =>
        Assert.Single(_rig.Run(new DescribeAlarms(), new()).MetricAlarms!).StateValue;

    private IReadOnlyList<AlarmHistoryItem> History() => _rig.Run(new DescribeAlarmHistory(), new()
    {
        AlarmName = "watch", HistoryItemType = HistoryItemType.Action,
    }).AlarmHistoryItems!;

    private IReadOnlyList<string> Actions() => [.. History().Select(item => Head(item.HistorySummary!))];

    private static string Head(string summary) => summary.TrimEnd('.');
}
