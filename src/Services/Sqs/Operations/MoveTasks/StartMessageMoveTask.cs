using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Loops;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.MoveTasks;

/// <summary>
/// Begins to move the messages of a dead-letter queue back, or to another queue. Source: SQS API Reference,
/// StartMessageMoveTask; refusals as recorded in localstack, tests/aws/services/sqs/test_sqs_move_task.snapshot.json.
/// </summary>
public sealed class StartMessageMoveTask : IWriteOperation<StartMessageMoveTaskRequest, StartMessageMoveTaskResult>
{
    /// <inheritdoc/>
    public StartMessageMoveTaskResult Run(StartMessageMoveTaskRequest request, Call call)
    {
        if (request.MaxNumberOfMessagesPerSecond is < 1 or > MoveLoop.FastestRate)
            throw Errors.Value(
                request.MaxNumberOfMessagesPerSecond, "MaxNumberOfMessagesPerSecond", "Must be between 1 and 500.");
        var source = QueueNames.OfArn(call, request.SourceArn) ?? throw Errors.NoResource("SourceArn");
        var target = request.DestinationArn is { } arn
            ? QueueNames.OfArn(call, arn) ?? throw Errors.NoResource("DestinationArn")
            : null;
        if (!call.Read(Tables.Queues, source.Scope).HasAny(Tables.QueuesByDeadLetter, source.Arn))
            throw Errors.Value("Source queue must be configured as a Dead Letter Queue.");
        if (target?.Arn == source.Arn || (target is not null && target.Queue.IsFifo != source.Queue.IsFifo))
            throw Errors.Value("Destination queue must be another queue of the same type as the source queue.");
        QueueKeys.CheckMoving(call, source, target);
        var tasks = call.Write(Tables.MoveTasks, source.Scope);
        if (tasks.By(Tables.MoveTasksBySource, source.Arn).Any(one => one.State == MoveTaskState.Running))
            throw Errors.Value("There is already a task running. Only one active task is allowed for a source queue "
                + "arn at a given time.");
        var task = new MoveTaskRecord
        {
            Id = new(call.NewId("task")),
            SourceArn = source.Arn,
            DestinationArn = target?.Arn,
            Rate = request.MaxNumberOfMessagesPerSecond,
            StartedAt = call.Now,
            ToMove = Counts.Of(call, source).Visible,
        };
        tasks.Put(task);
        MoveLoop.Next(call, source.Scope, task);
        return new() { TaskHandle = new TaskHandle(task.Id.Value, task.SourceArn).Text };
    }
}
