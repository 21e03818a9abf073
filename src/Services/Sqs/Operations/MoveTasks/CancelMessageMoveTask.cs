using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Loops;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.MoveTasks;

/// <summary>Ends a message move task; what has been moved stays there.</summary>
public sealed class CancelMessageMoveTask : IWriteOperation<CancelMessageMoveTaskRequest, CancelMessageMoveTaskResult>
{
    /// <inheritdoc/>
    public CancelMessageMoveTaskResult Run(CancelMessageMoveTaskRequest request, Call call)
    {
        var handle = TaskHandle.Parse(request.TaskHandle);
        var source = QueueNames.OfArn(call, handle.SourceArn) ?? throw Errors.NoResource("SourceArn");
        var tasks = call.Write(Tables.MoveTasks, source.Scope);
        if (tasks.Find(new(handle.Id)) is not { } task || task.SourceArn != source.Arn)
            throw new ServiceException("ResourceNotFoundException", "Task does not exist.", 404);
        if (task.State != MoveTaskState.Running)
            throw Errors.Value("Only active tasks can be cancelled.");
        tasks.Put(task with { State = MoveTaskState.Cancelled });
        call.Cancel(MoveLoop.TimerKind, task.Id.Value, source.Scope);
        return new() { ApproximateNumberOfMessagesMoved = task.Moved };
    }
}
