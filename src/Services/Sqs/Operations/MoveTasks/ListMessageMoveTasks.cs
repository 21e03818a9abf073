using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.MoveTasks;

/// <summary>Lists the message move tasks of a queue, the newest first.</summary>
public sealed class ListMessageMoveTasks : IReadOperation<ListMessageMoveTasksRequest, ListMessageMoveTasksResult>
{
    /// <inheritdoc/>
    public ListMessageMoveTasksResult Run(ListMessageMoveTasksRequest request, ReadCall call)
    {
        if (request.MaxResults is < 1 or > 10)
            throw Errors.Value(request.MaxResults, "MaxResults", "Must be between 1 and 10.");
        var source = QueueNames.OfArn(call, request.SourceArn) ?? throw Errors.NoResource("SourceArn");
        var tasks = call.Read(Tables.MoveTasks, source.Scope).By(Tables.MoveTasksBySource, source.Arn)
            .OrderByDescending(task => task.StartedAt).Take(request.MaxResults ?? 1);
        return new() { Results = [.. tasks.Select(View)] };
    }

    private static ListMessageMoveTasksResultEntry View(MoveTaskRecord task) => new()
    {
        TaskHandle = task.State == MoveTaskState.Running ? new TaskHandle(task.Id.Value, task.SourceArn).Text : null,
        Status = task.State switch
        {
            MoveTaskState.Running => "RUNNING",
            MoveTaskState.Completed => "COMPLETED",
            MoveTaskState.Cancelled => "CANCELLED",
            _ => "FAILED",
        },
        SourceArn = task.SourceArn,
        DestinationArn = task.DestinationArn,
        MaxNumberOfMessagesPerSecond = task.Rate,
        ApproximateNumberOfMessagesMoved = task.Moved,
        ApproximateNumberOfMessagesToMove = task.ToMove,
        FailureReason = task.FailureReason,
        StartedTimestamp = task.StartedAt.ToUnixTimeMilliseconds(),
    };
}
