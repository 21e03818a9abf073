using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves associations of instance profiles on: associating to associated, disassociating to gone. AWS documents no
/// durations: guessed.
/// </summary>
public sealed class InstanceProfileLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is an association.</summary>
    internal const string TimerKind = "ec2.instance-profile";

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets an association on its way.</summary>
    internal static void Begin(Call call, ProfileAssociationRecord association)
    {
        call.Cancel(TimerKind, association.Id.Value);
        call.Settle(TimerKind, Settling, association.Id.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var table = call.Write(VolumeTables.Profiles);
        switch (table.Find(new(subject)))
        {
            case { State: IamInstanceProfileAssociationState.Associating } coming:
                table.Put(coming with { State = IamInstanceProfileAssociationState.Associated });
                break;
            case { State: IamInstanceProfileAssociationState.Disassociating } going:
                table.Remove(going.Id);
                break;
            default:
                break;
        }
    }
}
