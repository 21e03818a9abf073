using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Groups: what they launch and end, where, and why. Sources: EC2 Auto Scaling User Guide, "Verify a scaling activity",
/// "Distribute instances across Availability Zones", "Delete your Auto Scaling infrastructure".
/// </summary>
public sealed class GroupTests
{
    [Fact]
    public void A_new_group_launches_what_it_desires_spread_over_its_zones()
    {
        var scaler = Scaler.New().Make(1, 10, 4);
        Assert.Equal([2, 1, 1], scaler.Spread);
        Assert.All(scaler.Serving, i => Assert.Equal("Healthy", i.HealthStatus));
        var told = scaler.Rig.Run(new DescribeAutoScalingInstances(), new DescribeAutoScalingInstancesRequest());
        Assert.Equal(4, told.AutoScalingInstances!.Count);
        Assert.All(told.AutoScalingInstances, i => Assert.Equal("InService", i.LifecycleState));
        Assert.Equal(
            "At 2026-01-01T00:00:00Z a user request created an AutoScalingGroup changing the desired capacity from "
                + "0 to 4.  "
                + "At 2026-01-01T00:00:00Z an instance was started in response to a difference between desired and "
                + "actual "
                + "capacity, increasing the capacity from 0 to 4.",
            scaler.Done[0].Cause);
        Assert.All(
            scaler.Done, a => Assert.Equal((ScalingActivityStatusCode.Successful, 100), (a.StatusCode, a.Progress)));
    }

    [Fact]
    public void Its_instances_bear_the_tags_of_the_group_that_propagate()
    {
        var scaler = Scaler.New().Make(Scaler.Of(1, 1) with
        {
            Tags =
            [
                new() { Key = "Name", Value = "web", PropagateAtLaunch = true }, new() { Key = "own", Value = "x" },
            ],
        });
        var id = Assert.Single(scaler.Serving).InstanceId!;
        var tags = scaler.Rig.Run(new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = [id] })
            .Reservations![0].Instances![0].Tags!.ToDictionary(t => t.Key!, t => t.Value);
        Assert.Equal("web", tags["Name"]);
        Assert.Equal("asg", tags["aws:autoscaling:groupName"]);
        Assert.Equal("1", tags["aws:ec2launchtemplate:version"]);
        Assert.False(tags.ContainsKey("own"));
    }

    [Fact]
    public void It_takes_time_where_it_takes_time_with_aws()
    {
        var scaler = Scaler.New(Delays.Aws).Make(2, 2);
        scaler.Rig.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, scaler.In(LifecycleState.Pending).Count);
        Assert.Equal(ScalingActivityStatusCode.PreInService, scaler.Done[0].StatusCode);
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, scaler.Serving.Count);
    }

    [Fact]
    public void Scaling_in_takes_from_the_fullest_zone_and_says_so()
    {
        var scaler = Scaler.New().Make(1, 10, 4);
        scaler.Desire(3);
        Assert.Equal([1, 1, 1], scaler.Spread);
        var gone = scaler.Done[0];
        Assert.StartsWith("Terminating EC2 instance: i-", gone.Description, StringComparison.Ordinal);
        Assert.StartsWith(
            "At 2026-01-01T00:00:00Z a user request explicitly set group desired capacity changing the desired "
                + "capacity "
                + "from 4 to 3.  At 2026-01-01T00:00:00Z an instance was taken out of service in response to a "
                + "difference "
                + "between desired and actual capacity, shrinking the capacity from 4 to 3.  At 2026-01-01T00:00:00Z "
                + "instance i-",
            gone.Cause, StringComparison.Ordinal);
        Assert.EndsWith("was selected for termination.", gone.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 1, null, "ValidationError")]
    [InlineData(1, 3, 4, "ValidationError")]
    [InlineData(2, 3, 1, "ValidationError")]
    [InlineData(-1, 3, 1, "ValidationError")]
    public void Limits_that_cannot_be_are_refused(int min, int max, int? desired, string code) =>
        Assert.Equal(code, Scaler.New().Rig.Refused(new CreateAutoScalingGroup(), Scaler.Of(min, max, desired)));

    [Fact]
    public void What_is_not_served_is_refused_by_name()
    {
        var scaler = Scaler.New();
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new CreateAutoScalingGroup(), Scaler.Of(1, 1) with { TargetGroupARNs = ["arn:aws:elb"] }));
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new CreateAutoScalingGroup(), Scaler.Of(1, 1) with { LaunchTemplate = null }));
        Assert.Empty(scaler.Rig.Run(new DescribeAutoScalingGroups(), new DescribeAutoScalingGroupsRequest())
            .AutoScalingGroups!);
    }

    [Fact]
    public void A_name_is_given_once()
    {
        var scaler = Scaler.New().Make(0, 1);
        Assert.Equal("AlreadyExists", scaler.Rig.Refused(new CreateAutoScalingGroup(), Scaler.Of(0, 1)));
    }

    [Fact]
    public void New_limits_move_what_is_desired()
    {
        var scaler = Scaler.New().Make(1, 5, 2);
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, MinSize = 3,
        });
        Assert.Equal((3, 3), (scaler.Now().DesiredCapacity, scaler.Serving.Count));
        Assert.StartsWith(
            "At 2026-01-01T00:00:00Z a user request update of AutoScalingGroup constraints to min: 3, max: 5, "
                + "desired: 3 "
                + "changing the desired capacity from 2 to 3.",
            scaler.Done[0].Cause, StringComparison.Ordinal);
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, MinSize = 0, MaxSize = 1,
        });
        Assert.Single(scaler.Serving);
    }

    [Fact]
    public void A_zone_that_the_group_leaves_is_emptied_after_others_took_over()
    {
        var scaler = Scaler.New().Make(3, 6);
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, AvailabilityZones = Scaler.Zones[..2],
        });
        Assert.Equal(3, scaler.Serving.Count);
        Assert.Equal(0, scaler.Spread[2]);
        Assert.Contains(scaler.Done, a => a.Cause!.Contains("to balance instances in zones", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zone_without_capacity_is_made_up_for_elsewhere_and_balanced_when_there_is_room_again()
    {
        var scaler = Scaler.New();
        scaler.Room("eu-west-1b", 0);
        scaler.Make(6, 10);
        Assert.Equal([3, 0, 3], scaler.Spread);
        var failed = Assert.Single(scaler.Done, a => a.StatusCode == ScalingActivityStatusCode.Failed);
        Assert.Contains(
            "We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (eu-west-1b)",
            failed.StatusMessage, StringComparison.Ordinal);
        scaler.Room("eu-west-1b", null);
        scaler.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal([2, 2, 2], scaler.Spread);
    }

    [Fact]
    public void Without_capacity_anywhere_it_tries_again_until_there_is_some()
    {
        var scaler = Scaler.New();
        foreach (var zone in Scaler.Zones) scaler.Room(zone, 0);
        scaler.Make(1, 1);
        scaler.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Empty(scaler.Serving);
        Assert.InRange(scaler.Done.Count, 4, 30);
        scaler.Room("eu-west-1c", 1);
        scaler.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal([0, 0, 1], scaler.Spread);
    }

    [Fact]
    public void A_group_with_instances_is_deleted_by_force_only()
    {
        var scaler = Scaler.New().Make(2, 2);
        var ids = scaler.Serving.Select(i => i.InstanceId!).ToList();
        Assert.Equal("ResourceInUse", scaler.Rig.Refused(
            new DeleteAutoScalingGroup(), new DeleteAutoScalingGroupRequest { AutoScalingGroupName = Scaler.Group }));
        scaler.Rig.Run(new DeleteAutoScalingGroup(), new DeleteAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, ForceDelete = true,
        });
        Assert.Empty(scaler.Rig.Run(new DescribeAutoScalingGroups(), new DescribeAutoScalingGroupsRequest())
            .AutoScalingGroups!);
        Assert.All(
            scaler.Rig.Run(new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = ids }).Reservations!
                .SelectMany(r => r.Instances!),
            i => Assert.Equal(InstanceStateName.Terminated, i.State!.Name));
        Assert.Equal("Deleted", scaler.Done[0].AutoScalingGroupState);
    }

    [Fact]
    public void Suspended_processes_leave_undone_what_they_do_and_do_it_when_they_are_resumed()
    {
        var scaler = Scaler.New().Make(2, 5);
        scaler.Rig.Run(new SuspendProcesses(), new SuspendProcessesRequest
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["Launch", "HealthCheck"],
        });
        scaler.Desire(4);
        Assert.Equal(2, scaler.Serving.Count);
        scaler.Kill(scaler.Serving[0].InstanceId!);
        Assert.All(scaler.Serving, i => Assert.Equal("Healthy", i.HealthStatus));
        Assert.Equal(2, scaler.Now().SuspendedProcesses!.Count);
        scaler.Rig.Run(new ResumeProcesses(), new ResumeProcessesRequest { AutoScalingGroupName = Scaler.Group });
        Assert.Equal(4, scaler.Serving.Count);
        Assert.Empty(scaler.Now().SuspendedProcesses!);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new SuspendProcesses(), new SuspendProcessesRequest
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["Sleep"],
        }));
    }
}
