using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Messages;

/// <summary>Deletes a received message.</summary>
public sealed class DeleteMessage : IWriteOperation<DeleteMessageRequest, DeleteMessageResult>
{
    /// <inheritdoc/>
    public DeleteMessageResult Run(DeleteMessageRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var receipt = Receipt.Parse(request.ReceiptHandle);
        var box = Box.Open(call, place);
        box.DeleteOwn(receipt, request.ReceiptHandle!);
        box.Close();
        return new();
    }
}
