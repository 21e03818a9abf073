using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Queues;

/// <summary>Lists queues by name.</summary>
public sealed class ListQueues : IReadOperation<ListQueuesRequest, ListQueuesResult>
{
    /// <inheritdoc/>
    public ListQueuesResult Run(ListQueuesRequest request, ReadCall call)
    {
        var prefix = request.QueueNamePrefix ?? "";
        var names = call.Read(Tables.Queues).From(new(prefix)).Select(queue => queue.Name)
            .TakeWhile(name => name.StartsWith(prefix, StringComparison.Ordinal));
        var (page, token) = Pages.Of(names, request.MaxResults, request.NextToken);
        return new()
        {
            QueueUrls = page.Count == 0 ? null : [.. page.Select(name => QueueNames.Url(call, call.Scope, name))],
            NextToken = token,
        };
    }
}
