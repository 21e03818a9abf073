using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>Lists the queues whose redrive policy names a queue.</summary>
public sealed class ListDeadLetterSourceQueues
    : IReadOperation<ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResult>
{
    /// <inheritdoc/>
    public ListDeadLetterSourceQueuesResult Run(ListDeadLetterSourceQueuesRequest request, ReadCall call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var names = call.Read(Tables.Queues, place.Scope).By(Tables.QueuesByDeadLetter, place.Arn)
            .Select(queue => queue.Name);
        var (page, token) = Pages.Of(names, request.MaxResults, request.NextToken);
        return new()
        {
            QueueUrls = [.. page.Select(name => QueueNames.Url(call, place.Scope, name))],
            NextToken = token,
        };
    }
}
