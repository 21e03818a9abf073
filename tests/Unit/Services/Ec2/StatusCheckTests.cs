using System.Text.Json;
using CsCheck;
using Orrery.Contracts.Instances;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// Status checks and what they are made of. Sources: EC2 User Guide, "Status checks for Amazon EC2 instances",
/// "Automatic instance recovery"; EC2 API Reference, DescribeInstanceStatus.
/// </summary>
public sealed class StatusCheckTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // What is wrong, and what the system, instance and EBS checks say of it.
    [Theory]
    [InlineData(CheckKind.System, false, "impaired", "ok", "ok")]
    [InlineData(CheckKind.Instance, false, "ok", "impaired", "ok")]
    [InlineData(CheckKind.Ebs, false, "ok", "ok", "impaired")]
    [InlineData(CheckKind.System, true, "insufficient-data", "ok", "ok")]
    [InlineData(CheckKind.Instance, true, "ok", "insufficient-data", "ok")]
    [InlineData(CheckKind.Ebs, true, "ok", "ok", "insufficient-data")]
    public void A_check_fails_by_its_cause_alone(
        CheckKind check, bool silent, string system, string instance, string ebs)
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        Assert.Equal(("ok", "ok", "ok"), Says(cloud, id));
        Impair(cloud, id, check, null, silent);
        Assert.Equal((system, instance, ebs), Says(cloud, id));
        var status = Status(cloud, id);
        var detail = check switch
        {
            CheckKind.System => (status.SystemStatus!.Details![0].Status, status.SystemStatus.Details[0].ImpairedSince),
            CheckKind.Instance => (
                status.InstanceStatusValue!.Details![0].Status, status.InstanceStatusValue.Details[0].ImpairedSince),
            _ => (status.AttachedEbsStatus!.Details![0].Status, status.AttachedEbsStatus.Details[0].ImpairedSince),
        };
        Assert.Equal(
            silent ? (StatusType.InsufficientData, null) : (StatusType.Failed, (DateTimeOffset?)Rig.Start), detail);
        cloud.Do(call => new ImpairmentDesk().Mend(call, id));
        Assert.Equal(("ok", "ok", "ok"), Says(cloud, id));
    }

    // A reboot mends the instance; a stop and a start end on other hardware.
    [Theory]
    [InlineData(CheckKind.System, false)]
    [InlineData(CheckKind.Instance, true)]
    [InlineData(CheckKind.Ebs, false)]
    public void A_reboot_mends_the_instance_and_a_new_start_all(CheckKind check, bool rebootMends)
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        Impair(cloud, id, check);
        cloud.Run(new RebootInstances(), new RebootInstancesRequest { InstanceIds = [id] });
        Assert.Equal(rebootMends, Says(cloud, id) == ("ok", "ok", "ok"));
        cloud.Stop(id);
        Assert.Empty(cloud.Ask(new ImpairmentDesk().List));
        cloud.Start(id);
        Assert.Equal(("ok", "ok", "ok"), Says(cloud, id));
    }

    [Fact]
    public void What_does_not_run_is_not_checked_and_Xen_has_no_check_of_volumes()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Fleet.One() with { InstanceType = InstanceType.T2Micro }).InstanceId!;
        Assert.Equal(("ok", "ok", "not-applicable"), Says(cloud, id));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Impair(cloud, id, CheckKind.Ebs)));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(
            () => Impair(cloud, id, CheckKind.System, TimeSpan.Zero)));
        Assert.Empty(cloud.Metric("StatusCheckFailed_AttachedEBS", TimeSpan.FromHours(1), id));
        cloud.Stop(id);
        Assert.Equal(("not-applicable", "not-applicable", "not-applicable"), Says(cloud, id));
        Assert.Equal("IncorrectInstanceState", Cloud.Refusal(() => Impair(cloud, id, CheckKind.System)));
    }

    [Fact]
    public void Filters_look_at_what_the_checks_say()
    {
        var cloud = Fleet.New();
        var (sick, well) = (cloud.Launch(), cloud.Launch());
        Impair(cloud, sick, CheckKind.Ebs);
        Impair(cloud, sick, CheckKind.System, null, silent: true);
        Assert.Equal([sick], Found(cloud, "attached-ebs-status.status", "impaired"));
        Assert.Equal([sick], Found(cloud, "system-status.status", "insufficient-data"));
        Assert.Equal([well], Found(cloud, "system-status.reachability", "passed"));
        Assert.Equal(new[] { sick, well }.Order(), Found(cloud, "instance-status.status", "ok").Order());
    }

    [Fact]
    public void Metrics_follow_minute_by_minute_and_the_past_stays_as_it_was()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        cloud.Advance(TimeSpan.FromMinutes(10));
        Impair(cloud, id, CheckKind.Instance, TimeSpan.FromMinutes(5));
        Assert.Equal([10, 11, 12, 13, 14], Failed(cloud, "StatusCheckFailed_Instance", id));
        Assert.Equal([10, 11, 12, 13, 14], Failed(cloud, "StatusCheckFailed", id));
        Assert.Empty(Failed(cloud, "StatusCheckFailed_System", id));
        cloud.Advance(TimeSpan.FromMinutes(2.5));
        cloud.Do(call => new ImpairmentDesk().Mend(call, id));
        Assert.Equal([10, 11], Failed(cloud, "StatusCheckFailed_Instance", id));
        Impair(cloud, id, CheckKind.System, TimeSpan.FromMinutes(2), silent: true);
        Assert.Equal(28, cloud.Metric("StatusCheckFailed_System", TimeSpan.FromMinutes(30), id).Count);
        Assert.Equal(30, cloud.Metric("StatusCheckFailed_Instance", TimeSpan.FromMinutes(30), id).Count);
    }

    // EC2 User Guide, "Configure simplified automatic recovery on an Amazon EC2 instance".
    [Fact]
    public void A_failing_system_is_recovered_by_itself_unless_that_is_switched_off()
    {
        var cloud = Fleet.Slow();
        var (one, other) = (cloud.Launch(), cloud.Launch());
        cloud.Advance(TimeSpan.FromMinutes(5));
        var off = cloud.Run(new ModifyInstanceMaintenanceOptions(), new()
        {
            InstanceId = other, AutoRecovery = InstanceAutoRecoveryState.Disabled,
        });
        Assert.Equal(InstanceAutoRecoveryState.Disabled, off.AutoRecovery);
        Assert.Equal(InstanceRebootMigrationState.Default, off.RebootMigration);
        foreach (var id in new[] { one, other }) Impair(cloud, id, CheckKind.System);
        var address = cloud.Instance(one).PublicIpAddress;
        cloud.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("impaired", Says(cloud, one).System);
        cloud.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("initializing", Says(cloud, one).System);
        cloud.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(("ok", "ok", "ok"), Says(cloud, one));
        Assert.Equal(address, cloud.Instance(one).PublicIpAddress);
        Assert.Equal("impaired", Says(cloud, other).System);
        cloud.Run(new ModifyInstanceMaintenanceOptions(), new()
        {
            InstanceId = other,
            AutoRecovery = InstanceAutoRecoveryState.Default,
            RebootMigration = InstanceRebootMigrationState.Disabled,
        });
        cloud.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("ok", Says(cloud, other).System);
        Assert.Equal(
            InstanceRebootMigrationState.Disabled, cloud.Instance(other).MaintenanceOptions!.RebootMigration);
    }

    // EC2 User Guide, "Troubleshoot simplified automatic recovery failures": three attempts a day.
    [Fact]
    public void A_day_allows_three_recoveries()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        for (var time = 0; time < 4; time++)
        {
            Impair(cloud, id, CheckKind.System);
            cloud.Advance(TimeSpan.FromMinutes(16));
            Assert.Equal(time < 3 ? "ok" : "impaired", Says(cloud, id).System);
        }
    }

    [Fact]
    public void What_is_declared_explains_the_instance_and_is_kept_as_it_was()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        Impair(cloud, id, CheckKind.System, TimeSpan.FromMinutes(30));
        var why = cloud.Ask(call => InstanceExplanation.Of(
            call, call.Read(InstanceTables.Instances).Find(new(id))!)).Root.Because;
        Assert.Contains(why, reason => reason.Code == "CHECK_SYSTEM"
            && reason.Text.Contains("until 2026-01-01 00:30:00", StringComparison.Ordinal));
        cloud.Advance(TimeSpan.FromMinutes(20));
        var record = cloud.Ask(call => call.Read(HealthTables.Health).Find(new(id)))!;
        var kept = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(record, HealthJson.Default.InstanceHealthRecord),
            HealthJson.Default.InstanceHealthRecord)!;
        Assert.Equal(record.Impairments, kept.Impairments);
        Assert.Equal(record.Recoveries, kept.Recoveries);
        Assert.Single(kept.Recoveries);
    }

    [Fact]
    public void Reports_of_users_change_nothing()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        var report = new ReportInstanceStatusRequest
        {
            Instances = [id], Status = ReportStatusType.Impaired, ReasonCodes = [ReportInstanceReasonCodes.Other],
        };
        cloud.Run(new ReportInstanceStatus(), report);
        Assert.Equal(("ok", "ok", "ok"), Says(cloud, id));
        Assert.Equal("InvalidParameterValue", cloud.Refused(new ReportInstanceStatus(), report with
        {
            StartTime = Rig.Start, EndTime = Rig.Start - Minute,
        }));
        cloud.Stop(id);
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new ReportInstanceStatus(), report));
    }

    [Fact]
    public void A_metric_is_what_asking_each_check_at_the_end_of_its_minute_would_say()
    {
        var spans = Gen.Select(
            Gen.Enum<CheckKind>(), Gen.Bool, Gen.Int[0, 600], Gen.Int[1, 300],
            (check, silent, from, length) => new ImpairmentRecord(
                check, silent, Rig.Start.AddSeconds(from), Rig.Start.AddSeconds(from + length)));
        spans.Array[0, 5].Sample(all =>
        {
            var health = new InstanceHealthRecord { Id = new("i-1"), Impairments = [.. all] };
            for (var minute = 1; minute <= 15; minute++)
            {
                var end = Rig.Start.AddMinutes(minute);
                // A moment before the end of the minute.
                var wrong = all.Where(i => i.Check != CheckKind.Ebs && StatusChecks.Lasts(i, end.AddTicks(-1)));
                double? naive = !wrong.Any() ? 0 : wrong.Any(i => !i.IsSilent) ? 1 : null;
                Assert.Equal(naive, StatusChecks.Sample(health, [CheckKind.System, CheckKind.Instance], end));
            }
        });
    }

    private static List<int> Failed(Cloud cloud, string name, string id) =>
    [
        .. cloud.Metric(name, TimeSpan.FromMinutes(30), id).Where(s => s.Sum > 0)
            .Select(s => (int)(s.At - Rig.Start).TotalMinutes),
    ];

    private static Impairment Impair(
        Cloud cloud, string id, CheckKind check, TimeSpan? lasting = null, bool silent = false) =>
        cloud.Do(call => new ImpairmentDesk().Impair(call, id, check, lasting, silent));

    private static (string System, string Instance, string Ebs) Says(Cloud cloud, string id)
    {
        var status = Status(cloud, id);
        return (status.SystemStatus!.Status!.Value.ToWire(), status.InstanceStatusValue!.Status!.Value.ToWire(),
            status.AttachedEbsStatus!.Status!.Value.ToWire());
    }

    private static InstanceStatus Status(Cloud cloud, string id) => Assert.Single(cloud.Run(
        new DescribeInstanceStatus(),
        new DescribeInstanceStatusRequest { InstanceIds = [id], IncludeAllInstances = true }).InstanceStatuses!);

    private static IReadOnlyList<string> Found(Cloud cloud, string filter, string value) =>
    [
        .. cloud.Run(new DescribeInstanceStatus(), new DescribeInstanceStatusRequest
        {
            Filters = [new() { Name = filter, Values = [value] }],
        }).InstanceStatuses!.Select(s => s.InstanceId!),
    ];
}
