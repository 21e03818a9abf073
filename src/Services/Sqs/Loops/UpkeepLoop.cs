using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Boxes;

namespace Orrery.Services.Sqs.Loops;

/// <summary>
/// Keeps the tally of a queue true while nobody looks: messages come back, become due, expire. It comes when the
/// first of these is due.
/// </summary>
internal sealed class UpkeepLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the space.</summary>
    public const string TimerKind = "sqs.upkeep";

    private const int Batch = 1000;

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Queues).By(Tables.QueuesBySpace, subject).FirstOrDefault() is not { } queue)
            return;
        var box = Box.Open(call, new(call.Scope, queue));
        var isDone = box.Lapse(Batch);
        isDone &= box.Expire(Batch);
        box.Close(isUpkeep: true, hasMore: !isDone);
    }
}
