using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>Tells the URL of a queue.</summary>
public sealed class GetQueueUrl : IReadOperation<GetQueueUrlRequest, GetQueueUrlResult>
{
    /// <inheritdoc/>
    public GetQueueUrlResult Run(GetQueueUrlRequest request, ReadCall call)
    {
        var account = string.IsNullOrEmpty(request.QueueOwnerAWSAccountId)
            ? call.Account
            : request.QueueOwnerAWSAccountId;
        var place = QueueNames.Find(call, new(account, call.Region), request.QueueName!) ?? throw Errors.NoQueue();
        return new() { QueueUrl = QueueNames.Url(call, place.Scope, place.Queue.Name) };
    }
}
