using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;

namespace Orrery.Services.CloudWatch.Loops;

/// <summary>Forgets the history of a deleted alarm 30 days later; that of others goes as new items come.</summary>
public sealed class AlarmHistoryLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the alarm's name.</summary>
    internal const string TimerKind = "cloudwatch.alarm-history";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Has it done when its time has come.</summary>
    internal static void Plan(Call call, AlarmName name) =>
        call.Schedule(TimerKind, call.Now + AlarmHistory.Kept + TimeSpan.FromSeconds(1), name.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject) => AlarmHistory.Clean(call, AlarmHistory.Prefix(subject));
}
