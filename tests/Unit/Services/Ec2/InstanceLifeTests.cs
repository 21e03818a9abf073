using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class InstanceLifeTests
{
    [Fact]
    public void It_is_pending_then_running_and_its_checks_pass_later()
    {
        var cloud = Fleet.Slow();
        var launched = cloud.Launch(Fleet.One());
        var id = launched.InstanceId!;
        Assert.Equal((0, InstanceStateName.Pending), (launched.State!.Code, launched.State.Name));
        Assert.Equal("pending", launched.StateReason!.Code);
        Assert.Empty(Status(cloud, id));

        cloud.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((16, InstanceStateName.Running), (cloud.Instance(id).State!.Code, cloud.StateOf(id)));
        Assert.Null(cloud.Instance(id).StateReason);
        Assert.Equal(SummaryStatus.Initializing, Assert.Single(Status(cloud, id)).SystemStatus!.Status);

        cloud.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(SummaryStatus.Ok, Assert.Single(Status(cloud, id)).InstanceStatusValue!.Status);
        cloud.Run(new RebootInstances(), new RebootInstancesRequest { InstanceIds = [id] });
        Assert.Equal(SummaryStatus.Initializing, Assert.Single(Status(cloud, id)).InstanceStatusValue!.Status);
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(id));
        cloud.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(SummaryStatus.Ok, Assert.Single(Status(cloud, id)).InstanceStatusValue!.Status);
    }

    [Fact]
    public void It_stops_starts_and_ends_and_is_seen_for_an_hour()
    {
        var cloud = Fleet.Slow();
        var id = cloud.Launch();
        var stop = new StopInstancesRequest { InstanceIds = [id] };
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new StopInstances(), stop));
        cloud.Advance(TimeSpan.FromMinutes(1));
        var change = cloud.Stop(id);
        Assert.Equal((16, 64), (change.PreviousState!.Code, change.CurrentState!.Code));
        Assert.Equal("IncorrectInstanceState", cloud.Refused(
            new StartInstances(), new StartInstancesRequest { InstanceIds = [id] }));
        Assert.Equal("Client.UserInitiatedShutdown", cloud.Instance(id).StateReason!.Code);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((80, InstanceStateName.Stopped), (cloud.Instance(id).State!.Code, cloud.StateOf(id)));
        Assert.Equal("IncorrectInstanceState", cloud.Refused(
            new RebootInstances(), new RebootInstancesRequest { InstanceIds = [id] }));

        var before = cloud.Instance(id).LaunchTime;
        change = cloud.Start(id);
        Assert.Equal((80, 0), (change.PreviousState!.Code, change.CurrentState!.Code));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(id));
        Assert.True(cloud.Instance(id).LaunchTime > before);

        change = cloud.Terminate(id);
        Assert.Equal((16, 32), (change.PreviousState!.Code, change.CurrentState!.Code));
        cloud.Advance(TimeSpan.FromMinutes(1));
        var ended = cloud.Instance(id);
        Assert.Equal((48, null, null), (ended.State!.Code, ended.VpcId, ended.PrivateIpAddress));
        Assert.StartsWith("User initiated (2026-01-01 00:", ended.StateTransitionReason, StringComparison.Ordinal);
        change = cloud.Terminate(id);
        Assert.Equal((48, 48), (change.PreviousState!.Code, change.CurrentState!.Code));

        cloud.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("InvalidInstanceID.NotFound", cloud.Refused(
            new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = [id] }));
    }

    [Fact]
    public void One_that_is_terminated_while_it_is_pending_never_runs()
    {
        var cloud = Fleet.Slow();
        var id = cloud.Launch();
        cloud.Terminate(id);
        Assert.Equal(InstanceStateName.ShuttingDown, cloud.StateOf(id));
        cloud.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(InstanceStateName.ShuttingDown, cloud.StateOf(id));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(InstanceStateName.Terminated, cloud.StateOf(id));
    }

    [Fact]
    public void Protection_refuses_until_it_is_lifted()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Fleet.One() with { DisableApiTermination = true, DisableApiStop = true }).InstanceId!;
        var end = new TerminateInstancesRequest { InstanceIds = [id, cloud.Launch()] };
        Assert.Equal("OperationNotPermitted", cloud.Refused(new TerminateInstances(), end));
        Assert.All(end.InstanceIds!, each => Assert.Equal(InstanceStateName.Running, cloud.StateOf(each)));
        Assert.Equal("OperationNotPermitted", cloud.Refused(
            new StopInstances(), new StopInstancesRequest { InstanceIds = [id] }));

        cloud.Modify(new() { InstanceId = id, DisableApiStop = new() { Value = false } });
        cloud.Stop(id);
        cloud.Modify(new() { InstanceId = id, DisableApiTermination = new() { Value = false } });
        cloud.Run(new TerminateInstances(), end);
        Assert.All(end.InstanceIds!, each => Assert.Equal(InstanceStateName.Terminated, cloud.StateOf(each)));
    }

    [Fact]
    public void A_forced_stop_is_quicker()
    {
        var cloud = Fleet.Slow();
        var id = cloud.Launch();
        cloud.Advance(TimeSpan.FromMinutes(1));
        cloud.Run(new StopInstances(), new StopInstancesRequest { InstanceIds = [id], Force = true });
        cloud.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(InstanceStateName.Stopped, cloud.StateOf(id));
    }

    [Fact]
    public void What_has_ended_can_neither_be_started_nor_changed()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        cloud.Terminate(id);
        Assert.Equal("IncorrectInstanceState", cloud.Refused(
            new StartInstances(), new StartInstancesRequest { InstanceIds = [id] }));
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new ModifyInstanceAttribute(), new()
        {
            InstanceId = id, DisableApiStop = new() { Value = true },
        }));
        Assert.Equal("InvalidInstanceID.Malformed", cloud.Refused(
            new StartInstances(), new StartInstancesRequest { InstanceIds = ["instance"] }));
        Assert.Equal("InvalidInstanceID.NotFound", cloud.Refused(
            new RebootInstances(), new RebootInstancesRequest { InstanceIds = ["i-0123456789abcdef0"] }));
    }

    [Fact]
    public void Detailed_monitoring_comes_and_goes_with_a_delay()
    {
        var cloud = Fleet.Slow();
        var id = cloud.Launch();
        cloud.Advance(TimeSpan.FromMinutes(1));
        var on = cloud.Run(new MonitorInstances(), new MonitorInstancesRequest { InstanceIds = [id] });
        Assert.Equal(MonitoringState.Pending, on.InstanceMonitorings![0].Monitoring!.State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(MonitoringState.Enabled, cloud.Instance(id).Monitoring!.State);
        var off = cloud.Run(new UnmonitorInstances(), new UnmonitorInstancesRequest { InstanceIds = [id] });
        Assert.Equal(MonitoringState.Disabling, off.InstanceMonitorings![0].Monitoring!.State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(MonitoringState.Disabled, cloud.Instance(id).Monitoring!.State);
        Assert.Equal("InvalidInstanceID.Malformed", cloud.Refused(
            new MonitorInstances(), new MonitorInstancesRequest { InstanceIds = ["x"] }));
    }

    // EC2 User Guide, "Change resource based naming options for Amazon EC2".
    [Fact]
    public void The_kind_of_its_name_changes_while_it_is_stopped()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        var request = new ModifyPrivateDnsNameOptionsRequest
        {
            InstanceId = id, PrivateDnsHostnameType = HostnameType.ResourceName, EnableResourceNameDnsARecord = true,
        };
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new ModifyPrivateDnsNameOptions(), request));
        cloud.Run(new ModifyPrivateDnsNameOptions(), request with { PrivateDnsHostnameType = null });
        Assert.True(cloud.Instance(id).PrivateDnsNameOptions!.EnableResourceNameDnsARecord);
        cloud.Stop(id);
        Assert.True(cloud.Run(new ModifyPrivateDnsNameOptions(), request).Return);
        Assert.Equal($"{id}.eu-west-1.compute.internal", cloud.Instance(id).PrivateDnsName);
    }

    private static IReadOnlyList<InstanceStatus> Status(Cloud cloud, string id) => cloud.Run(
        new DescribeInstanceStatus(), new DescribeInstanceStatusRequest { InstanceIds = [id] }).InstanceStatuses!;
}
