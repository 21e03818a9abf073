using Orrery.Core;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Causes;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>EC2 Auto Scaling User Guide, "Verify a scaling activity"; Netflix/edda pull request 60.</summary>
public sealed class CauseTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CapacityDecision Change = new(1, 2, Reason.Of("A", "b"));

    [Fact]
    public void Causes_are_written_as_AWS_writes_them()
    {
        Assert.Equal(
            "At 2026-03-01T12:00:00Z a monitor alarm high in state ALARM triggered policy up changing the desired "
            + "capacity from 1 to 2.",
            Cause.Alarm(At, "high", "up", Change));
        Assert.Equal(
            "At 2026-03-01T12:00:00Z an instance was started in response to a difference between desired and actual "
            + "capacity, increasing the capacity from 1 to 2.",
            Cause.Started(At, 1, 2));
        Assert.Equal(
            "At 2026-03-01T12:00:00Z a user request update of AutoScalingGroup constraints to min: 0, max: 5, "
            + "desired: 2 changing the desired capacity from 1 to 2.",
            Cause.UserUpdate(At, new(0, 5), Change));
        Assert.Equal(
            "At 2026-03-01T12:00:00Z instances were launched to balance instances in zones b c with other zones "
            + "resulting in more than desired number of instances in the group.",
            Cause.Rebalanced(At, ["b", "c"]));
    }
}
