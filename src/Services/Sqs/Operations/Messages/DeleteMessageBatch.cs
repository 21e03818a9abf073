using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Messages;

/// <summary>Deletes up to ten received messages; each may fail by itself.</summary>
public sealed class DeleteMessageBatch : IWriteOperation<DeleteMessageBatchRequest, DeleteMessageBatchResult>
{
    /// <inheritdoc/>
    public DeleteMessageBatchResult Run(DeleteMessageBatchRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var entries = request.Entries ?? [];
        BatchRules.Check([.. entries.Select(entry => entry.Id)]);
        var box = Box.Open(call, place);
        var (done, failed) = BatchRules.Each(entries, static entry => entry.Id, entry =>
        {
            box.DeleteOwn(Receipt.Parse(entry.ReceiptHandle), entry.ReceiptHandle!);
            return new DeleteMessageBatchResultEntry { Id = entry.Id };
        });
        box.Close();
        return new() { Successful = done, Failed = failed };
    }
}
