using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Loops;

/// <summary>
/// Moves the messages of a task, each second as many as its rate says, until none is left that can be received. A moved
/// message is a new one: new id, new instant of sending, never received. Source: SQS Developer Guide, "Configure a
/// dead-letter queue redrive". Without a rate AWS chooses one; here it is the fastest.
/// </summary>
internal sealed class MoveLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the task.</summary>
    public const string TimerKind = "sqs.move";

    /// <summary>Messages a second at most (SQS API Reference, StartMessageMoveTask).</summary>
    public const int FastestRate = 500;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Has the next second's messages moved: a rate that was asked for holds in any world.</summary>
    public static void Next(Call call, Scope scope, MoveTaskRecord task)
    {
        if (task.Rate is null)
            call.Settle(TimerKind, Second, task.Id.Value, scope);
        else
            call.Schedule(TimerKind, call.Now + Second, task.Id.Value, scope);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var tasks = call.Write(Tables.MoveTasks);
        if (tasks.Find(new(subject)) is not { State: MoveTaskState.Running } task)
            return;
        if (QueueNames.OfArn(call, task.SourceArn) is not { } source)
        {
            tasks.Put(Failed(task, "AWS.SimpleQueueService.NonExistentQueue"));
            return;
        }
        task = Move(call, source, task);
        tasks.Put(task);
        if (task.State == MoveTaskState.Running)
            Next(call, call.Scope, task);
    }

    private static MoveTaskRecord Move(Call call, Place source, MoveTaskRecord task)
    {
        var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
        var from = Box.Open(call, source);
        var state = MoveTaskState.Running;
        string? reason = null;
        for (var left = task.Rate ?? FastestRate; left > 0 && state == MoveTaskState.Running; left--)
        {
            Place? target = null;
            var message = from.Remove(next => (target = TargetOf(call, source, task, next, ref reason)) is not null);
            if (message is null)
            {
                state = reason is null ? MoveTaskState.Completed : MoveTaskState.Failed;
                break;
            }
            if (!boxes.TryGetValue(target!.Queue.Space, out var box))
                boxes.Add(target.Queue.Space, box = Box.Open(call, target));
            var moved = message with
            {
                Id = Uuids.New(call), SentAt = call.Now, SourceArn = null, KeyArn = QueueKeys.ArnOf(call, target),
            };
            box.Add(moved, TimeSpan.Zero, 0, null);
            task = task with { Moved = task.Moved + 1 };
        }
        if (state == MoveTaskState.Running && !from.HasVisible)
            state = MoveTaskState.Completed;
        from.Close();
        foreach (var box in boxes.Values)
            box.Close();
        return task with { State = state, FailureReason = reason };
    }

    /// <summary>Where a message goes; null, with the reason, where it cannot.</summary>
    private static Place? TargetOf(
        Call call, Place source, MoveTaskRecord task, MessageRecord message, ref string? reason)
    {
        if ((task.DestinationArn ?? message.SourceArn) is not { } arn)
        {
            reason = "CouldNotDetermineMessageSource";
            return null;
        }
        if (QueueNames.OfArn(call, arn) is { } target && target.Queue.IsFifo == source.Queue.IsFifo)
        {
            reason = QueueKeys.Fault(call, (source, target), message);
            return reason is null ? target : null;
        }
        reason = "AWS.SimpleQueueService.NonExistentQueue";
        return null;
    }

    private static MoveTaskRecord Failed(MoveTaskRecord task, string reason) =>
        task with { State = MoveTaskState.Failed, FailureReason = reason };
}
