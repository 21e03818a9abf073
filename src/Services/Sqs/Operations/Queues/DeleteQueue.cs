using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Loops;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>
/// Deletes a queue with all its messages, at once; its name can be used again after 60 seconds. Source: SQS API
/// Reference, DeleteQueue.
/// </summary>
public sealed class DeleteQueue : IWriteOperation<DeleteQueueRequest, DeleteQueueResult>
{
    /// <inheritdoc/>
    public DeleteQueueResult Run(DeleteQueueRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        Box.Abandon(call, place);
        ClearingLoop.Begin(call, place.Scope, place.Queue.Id);
        call.Cancel(ForgetLoop.TimerKind, place.Queue.Id, place.Scope);
        call.Write(Tables.Queues, place.Scope).Remove(new(place.Queue.Name));
        call.Write(Tables.Graves, place.Scope).Put(new(new(place.Queue.Name), call.Now));
        call.Schedule(NameRelease.TimerKind, call.Now + NameRelease.Wait, place.Queue.Name, place.Scope);
        return new();
    }
}
