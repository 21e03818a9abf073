using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Messages;

/// <summary>Changes for how long from now a received message is hidden.</summary>
public sealed class ChangeMessageVisibility
    : IWriteOperation<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResult>
{
    /// <inheritdoc/>
    public ChangeMessageVisibilityResult Run(ChangeMessageVisibilityRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var box = Box.Open(call, place);
        box.HideOwn(request.ReceiptHandle, request.VisibilityTimeout);
        box.Close();
        return new();
    }
}
