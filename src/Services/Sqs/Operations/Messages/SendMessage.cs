using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Services.Sqs.Sending;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Messages;

/// <summary>Sends a message.</summary>
public sealed class SendMessage : IWriteOperation<SendMessageRequest, SendMessageResult>
{
    /// <inheritdoc/>
    public SendMessageResult Run(SendMessageRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var box = Box.Open(call, place);
        var sent = Sender.To(call, place, box).Send(new()
        {
            Body = request.MessageBody,
            DelaySeconds = request.DelaySeconds,
            Attributes = request.MessageAttributes,
            SystemAttributes = request.MessageSystemAttributes,
            GroupId = request.MessageGroupId,
            DeduplicationId = request.MessageDeduplicationId,
        });
        box.Close();
        return new()
        {
            MessageId = sent.MessageId,
            SequenceNumber = sent.SequenceNumber,
            MD5OfMessageBody = sent.Body,
            MD5OfMessageAttributes = sent.Attributes,
            MD5OfMessageSystemAttributes = sent.SystemAttributes,
        };
    }
}
