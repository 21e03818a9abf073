using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>Ends snapshots that are pending.</summary>
internal sealed class SnapshotLoop : ITimerHandler
{
    private const string TimerKind = "ec2.snapshot";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Lets a snapshot be done after a time.</summary>
    public static void Begin(Call call, SnapshotRecord snapshot, TimeSpan takes) =>
        call.Settle(TimerKind, takes, snapshot.Id.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(VolumeTables.Snapshots).Find(new(subject)) is { State: SnapshotState.Pending } snapshot)
        {
            SnapshotLife.Finish(call, snapshot);
        }
    }
}
