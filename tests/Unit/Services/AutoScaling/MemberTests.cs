using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Instances of groups: health, protection, standby, attaching and detaching. Sources: EC2 Auto Scaling User Guide,
/// "Health checks", "Use instance scale-in protection", "Temporarily remove instances", "Detach or attach instances".
/// </summary>
public sealed class MemberTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void An_instance_that_is_lost_is_replaced_in_its_zone()
    {
        var scaler = Scaler.New().Make(3, 3);
        var lost = scaler.Serving.First(i => i.AvailabilityZone == "eu-west-1b").InstanceId!;
        scaler.Kill(lost);
        Assert.Equal([1, 1, 1], scaler.Spread);
        Assert.DoesNotContain(scaler.Serving, i => i.InstanceId == lost);
        Assert.Equal(
            "At 2026-01-01T00:00:00Z an instance was launched in response to an unhealthy instance needing to be "
                + "replaced.",
            scaler.Done[0].Cause);
        Assert.Equal(
            "At 2026-01-01T00:00:00Z an instance was taken out of service in response to an EC2 health check "
                + "indicating it "
                + "has been terminated or stopped.",
            scaler.Done[1].Cause);
    }

    [Fact]
    public void An_instance_that_is_stopped_is_ended_and_replaced()
    {
        var scaler = Scaler.New().Make(1, 1);
        var id = scaler.Serving[0].InstanceId!;
        scaler.Rig.Run(new StopInstances(), new StopInstancesRequest { InstanceIds = [id] });
        Assert.NotEqual(id, Assert.Single(scaler.Serving).InstanceId);
        Assert.Equal(
            InstanceStateName.Terminated,
            scaler.Rig.Run(new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = [id] })
                .Reservations![0].Instances![0].State!.Name);
    }

    [Fact]
    public void Failing_checks_count_when_the_grace_period_is_over()
    {
        var scaler = Scaler.New().Make(Scaler.Of(1, 1) with { HealthCheckGracePeriod = 600 });
        var id = scaler.Serving[0].InstanceId!;
        scaler.Impair(id);
        scaler.Rig.Advance(9 * Minute);
        Assert.Equal(id, scaler.Serving[0].InstanceId);
        scaler.Rig.Advance(2 * Minute);
        Assert.NotEqual(id, scaler.Serving[0].InstanceId);
        Assert.Contains(scaler.Done, a => a.Cause!.EndsWith(
            "in response to an EC2 instance status checks failure.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_user_calls_unhealthy_is_replaced()
    {
        var scaler = Scaler.New().Make(2, 2);
        var id = scaler.Serving[0].InstanceId!;
        scaler.Rig.Run(
            new SetInstanceHealth(), new SetInstanceHealthRequest { InstanceId = id, HealthStatus = "Unhealthy" });
        Assert.Equal(2, scaler.Serving.Count);
        Assert.DoesNotContain(scaler.Serving, i => i.InstanceId == id);
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new SetInstanceHealth(), new SetInstanceHealthRequest { InstanceId = id, HealthStatus = "Sick" }));
    }

    [Fact]
    public void What_is_protected_is_not_taken_when_scaling_in()
    {
        var scaler = Scaler.New().Make(0, 5, 3);
        var kept = scaler.Serving.Take(2).Select(i => i.InstanceId!).Order(StringComparer.Ordinal).ToList();
        scaler.Rig.Run(new SetInstanceProtection(), new SetInstanceProtectionRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = kept, ProtectedFromScaleIn = true,
        });
        scaler.Desire(0);
        Assert.Equal(kept, scaler.Serving.Select(i => i.InstanceId!).Order(StringComparer.Ordinal));
        scaler.Rig.Run(new SetInstanceProtection(), new SetInstanceProtectionRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = kept, ProtectedFromScaleIn = false,
        });
        Assert.Empty(scaler.Serving);
    }

    [Fact]
    public void A_user_ends_an_instance_with_or_without_another_one()
    {
        var scaler = Scaler.New().Make(1, 3, 2);
        var ids = scaler.Serving.Select(i => i.InstanceId!).ToList();
        var less = scaler.Rig.Run(new TerminateInstanceInAutoScalingGroup(), new()
        {
            InstanceId = ids[0], ShouldDecrementDesiredCapacity = true,
        });
        Assert.EndsWith(
            "user request, shrinking the capacity from 2 to 1.", less.Activity!.Cause, StringComparison.Ordinal);
        Assert.Equal(ids[1], Assert.Single(scaler.Serving).InstanceId);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new TerminateInstanceInAutoScalingGroup(), new()
        {
            InstanceId = ids[1], ShouldDecrementDesiredCapacity = true,
        }));
        scaler.Rig.Run(new TerminateInstanceInAutoScalingGroup(), new()
        {
            InstanceId = ids[1], ShouldDecrementDesiredCapacity = false,
        });
        Assert.NotEqual(ids[1], Assert.Single(scaler.Serving).InstanceId);
    }

    [Fact]
    public void An_instance_in_standby_does_not_count_and_is_not_checked_and_comes_back()
    {
        var scaler = Scaler.New().Make(0, 3, 2);
        var id = scaler.Serving[0].InstanceId!;
        var entered = scaler.Rig.Run(new EnterStandby(), new EnterStandbyRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id], ShouldDecrementDesiredCapacity = true,
        });
        Assert.EndsWith(
            "was moved to standby in response to a user request, shrinking the capacity from 2 to 1.",
            Assert.Single(entered.Activities!).Cause, StringComparison.Ordinal);
        Assert.Equal((1, 1), (scaler.Now().DesiredCapacity, scaler.Serving.Count));
        scaler.Impair(id);
        scaler.Rig.Advance(10 * Minute);
        Assert.Equal(id, Assert.Single(scaler.In(LifecycleState.Standby)).InstanceId);
        scaler.Rig.Do(call => call.Port<Orrery.Contracts.Instances.IImpairments>().Mend(call, id));
        scaler.Rig.Run(new ExitStandby(), new ExitStandbyRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id],
        });
        Assert.Equal((2, 2), (scaler.Now().DesiredCapacity, scaler.Serving.Count));
    }

    [Fact]
    public void An_instance_is_detached_and_attached_again()
    {
        var scaler = Scaler.New().Make(0, 3, 1);
        var id = scaler.Serving[0].InstanceId!;
        scaler.Rig.Run(new DetachInstances(), new DetachInstancesRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id], ShouldDecrementDesiredCapacity = true,
        });
        Assert.Empty(scaler.Now().Instances!);
        Assert.Equal(
            InstanceStateName.Running,
            scaler.Rig.Run(new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = [id] })
                .Reservations![0].Instances![0].State!.Name);
        scaler.Rig.Run(new AttachInstances(), new AttachInstancesRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id],
        });
        Assert.Equal(id, Assert.Single(scaler.Serving).InstanceId);
        Assert.Equal(1, scaler.Now().DesiredCapacity);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new AttachInstances(), new AttachInstancesRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id],
        }));
    }

    [Fact]
    public void As_many_instances_as_AWS_takes_are_named_at_once()
    {
        var scaler = Scaler.New().Make(0, 60, 51);
        var ids = scaler.Serving.Select(i => i.InstanceId!).ToList();
        var some = ids.Take(21).ToList();
        var rig = scaler.Rig;
        string?[] refusals =
        [
            Refusal(() => rig.Run(new EnterStandby(), new EnterStandbyRequest
            {
                AutoScalingGroupName = Scaler.Group, InstanceIds = some, ShouldDecrementDesiredCapacity = true,
            })),
            Refusal(() => rig.Run(new ExitStandby(), new ExitStandbyRequest
            {
                AutoScalingGroupName = Scaler.Group, InstanceIds = some,
            })),
            Refusal(() => rig.Run(new DetachInstances(), new DetachInstancesRequest
            {
                AutoScalingGroupName = Scaler.Group, InstanceIds = some, ShouldDecrementDesiredCapacity = true,
            })),
            Refusal(() => rig.Run(new AttachInstances(), new AttachInstancesRequest
            {
                AutoScalingGroupName = Scaler.Group, InstanceIds = some,
            })),
            Refusal(() => rig.Run(new SetInstanceProtection(), Protect(ids))),
        ];
        Assert.Equal([20, 20, 20, 20, 50], refusals.Select(text => int.Parse(text!.Split(' ')[5], null)));
        rig.Run(new SetInstanceProtection(), Protect(ids[1..]));
        Assert.Equal(50, scaler.Serving.Count(i => i.ProtectedFromScaleIn == true));

        static string? Refusal(Action act) => Record.Exception(act)?.Message;

        static SetInstanceProtectionRequest Protect(IReadOnlyList<string> ids) => new()
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = ids, ProtectedFromScaleIn = true,
        };
    }

    [Fact]
    public void Instances_that_are_too_old_are_replaced_one_after_the_other()
    {
        var scaler = Scaler.New().Make(Scaler.Of(3, 3) with { MaxInstanceLifetime = 86_400 });
        var first = scaler.Serving.Select(i => i.InstanceId).ToList();
        scaler.Rig.Advance(TimeSpan.FromHours(23));
        Assert.Equal(first, scaler.Serving.Select(i => i.InstanceId));
        scaler.Rig.Advance(TimeSpan.FromHours(1) + Minute);
        Assert.Equal([1, 1, 1], scaler.Spread);
        Assert.Empty(first.Intersect(scaler.Serving.Select(i => i.InstanceId)));
        Assert.Contains(scaler.Done, a => a.Cause!.EndsWith(
            "in response to reaching its maximum instance lifetime.", StringComparison.Ordinal));
    }
}
