using System.Globalization;
using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Rules.Replicating;

namespace Orrery.Services.S3.Loops;

/// <summary>Notes what waits for replication where it goes to: metrics, and alarms on them, are of that region.
/// </summary>
public sealed class FollowLoop : ITimerHandler
{
    private const string TimerKind = "s3.follow";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Will note it, right after this call.</summary>
    internal static void Begin(Call call, Scope scope, FollowStep step, FollowKey place) => call.Schedule(
        TimerKind, call.Now,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(step.IsEnd ? 1 : 0)} {step.Begun.UtcTicks} {step.Bytes} {place.Value}"),
        scope);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (subject.Split(' ', 4) is not [var end, var begun, var bytes, var place]) return;
        var step = new FollowStep(end == "1", new(Number(begun), TimeSpan.Zero), Number(bytes));
        Follows.Run(call, step, new(place));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
