using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Messages;

/// <summary>Changes for how long up to ten received messages are hidden; each may fail by itself.</summary>
public sealed class ChangeMessageVisibilityBatch
    : IWriteOperation<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResult>
{
    /// <inheritdoc/>
    public ChangeMessageVisibilityBatchResult Run(ChangeMessageVisibilityBatchRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var entries = request.Entries ?? [];
        BatchRules.Check([.. entries.Select(entry => entry.Id)]);
        var box = Box.Open(call, place);
        var (done, failed) = BatchRules.Each(entries, static entry => entry.Id, entry =>
        {
            box.HideOwn(entry.ReceiptHandle, entry.VisibilityTimeout);
            return new ChangeMessageVisibilityBatchResultEntry { Id = entry.Id };
        });
        box.Close();
        return new() { Successful = done, Failed = failed };
    }
}
