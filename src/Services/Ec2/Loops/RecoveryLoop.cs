using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Simplified automatic recovery: an On-Demand Instance of a supported type whose system status check goes on failing
/// is recovered, unless its maintenance options say no. Source: EC2 User Guide, "Configure simplified automatic
/// recovery on an Amazon EC2 instance". AWS says only that alarms can be quicker: the quarter of an hour is guessed.
/// </summary>
public sealed class RecoveryLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is an instance.</summary>
    internal const string TimerKind = "ec2.recovery";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Looks at an instance whose system check fails once that has lasted.</summary>
    internal static void Watch(Call call, InstanceRecord instance)
    {
        if (Since(call, instance) is { } since)
        {
            call.Cancel(TimerKind, instance.Id.Value);
            call.Schedule(TimerKind, since + Patience, instance.Id.Value);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(InstanceTables.Instances).Find(new(subject)) is { } instance
            && Since(call, instance) + Patience <= call.Now)
        {
            Recovery.Run(call, instance);
        }
    }

    private static DateTimeOffset? Since(ReadCall call, InstanceRecord instance) =>
        instance is { AutoRecovery: InstanceAutoRecoveryState.Default, SpotRequestId: null }
            ? StatusChecks.Now(call, instance, CheckKind.System).ImpairedSince
            : null;
}
