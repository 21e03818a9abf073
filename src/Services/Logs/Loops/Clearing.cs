using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Rules;

namespace Orrery.Services.Logs.Loops;

/// <summary>Removes the events of streams that are gone, some thousand rows a call.</summary>
internal sealed class Clearing : ITimerHandler
{
    private const string TimerKind = "logs.clear";
    private const int Most = 2_000;

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Begins to remove the events of a stream. Nobody finds them any more.</summary>
    public static void Begin(Call call, string stream) => call.Schedule(TimerKind, call.Now, stream);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var rows = Reading.Forwards(call, subject, EventKey.Before(subject, 0)).Take(Most).ToList();
        Sweeper.Remove(call, rows.Select(e => e.Key));
        if (rows.Count == Most)
        {
            Begin(call, subject);
        }
    }
}
