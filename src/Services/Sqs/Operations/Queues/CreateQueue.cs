using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;
using Orrery.Services.Sqs.Views;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>
/// Makes a queue, or gives the URL of the one that has the name and the same values for what was given. Source: SQS API
/// Reference, CreateQueue.
/// </summary>
public sealed class CreateQueue : IWriteOperation<CreateQueueRequest, CreateQueueResult>
{
    /// <inheritdoc/>
    public CreateQueueResult Run(CreateQueueRequest request, Call call)
    {
        var name = request.QueueName!;
        var given = request.Attributes ?? new Dictionary<string, string>();
        var isFifo = given.TryGetValue("FifoQueue", out var fifo) && IsFifo(fifo);
        QueueNames.Check(name, isFifo);
        var url = QueueNames.Url(call, call.Scope, name);
        var queues = call.Write(Tables.Queues);
        if (queues.Find(new(name)) is { } existing)
        {
            RefuseDifferent(call, existing, given);
            return new() { QueueUrl = url };
        }
        if (call.Read(Tables.Graves).Contains(new(name)))
            throw new ServiceException(
                "QueueDeletedRecently",
                "You must wait 60 seconds after deleting a queue before you can create another with the same name.");
        TagRules.Check(request.Tags);
        var queue = new QueueRecord
        {
            Name = name,
            Id = call.NewId("queue"),
            Space = call.NewId("box"),
            CreatedAt = call.Now,
            ModifiedAt = call.Now,
            IsFifo = isFifo,
            Tags = request.Tags ?? new Dictionary<string, string>(),
        };
        queues.Put(QueueAttributes.Set(call, queue, given));
        return new() { QueueUrl = url };
    }

    /// <summary>FifoQueue is true or it is not given. Source: localstack,
    /// test_set_unsupported_attribute_fifo.</summary>
    private static bool IsFifo(string given) => given == "true" ? true : throw Errors.AttributeName("FifoQueue");

    private static void RefuseDifferent(ReadCall call, QueueRecord queue, IReadOnlyDictionary<string, string> given)
    {
        var wanted = QueueAttributes.Set(call, queue, given);
        bool Differs(string name) => AttributeView.Of(wanted, name) != AttributeView.Of(queue, name);
        if (given.Keys.FirstOrDefault(Differs) is { } one)
            throw new ServiceException(
                "QueueNameExists",
                $"A queue already exists with the same name and a different value for attribute {one}");
    }
}
