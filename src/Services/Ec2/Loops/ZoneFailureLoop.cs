using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;

namespace Orrery.Services.Ec2.Loops;

/// <summary>Mends zones whose failure lasts so long and no longer.</summary>
public sealed class ZoneFailureLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a zone.</summary>
    internal const string TimerKind = "ec2.zone-failure";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Says when a zone is mended.</summary>
    internal static void Plan(Call call, ZoneFailureRecord failure)
    {
        call.Cancel(TimerKind, failure.Id.Value);
        if (failure.To is { } to)
        {
            call.Schedule(TimerKind, to, failure.Id.Value);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (ZoneFailures.Of(call, subject) is { } failure)
        {
            ZoneFailures.End(call, failure);
        }
    }
}
