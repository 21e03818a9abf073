using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>
/// Deletes all messages of a queue, at once; once in 60 seconds. What was sent within the last five minutes is still
/// known as a duplicate. Source: SQS API Reference, PurgeQueue.
/// </summary>
public sealed class PurgeQueue : IWriteOperation<PurgeQueueRequest, PurgeQueueResult>
{
    private const int Forbidden = 403;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public PurgeQueueResult Run(PurgeQueueRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        if (place.Queue.PurgedAt is { } purged && call.Now < purged + Pause)
            throw new ServiceException(
                "PurgeQueueInProgress",
                $"Only one PurgeQueue operation on {place.Queue.Name} is allowed every 60 seconds.",
                Forbidden);
        var space = call.NewId("box");
        var tally = Box.Abandon(call, place);
        call.Write(Tables.Queues, place.Scope).Put(place.Queue with { Space = space, PurgedAt = call.Now });
        call.Write(Tables.Tallies, place.Scope).Put(
            new() { Space = space, Next = tally.Next, Head = tally.Next, Forgets = tally.Forgets });
        return new();
    }
}
