using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Views;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Topics;

/// <summary>The topics of the account and region, a hundred a page.</summary>
public sealed class ListTopics : IReadOperation<ListTopicsRequest, ListTopicsResult>
{
    /// <inheritdoc/>
    public ListTopicsResult Run(ListTopicsRequest request, ReadCall call)
    {
        var page = Page.Of(
            call.Read(Tables.Topics).From(Page.Start(request.NextToken)), topic => topic.Name.Value, request.NextToken);
        return new()
        {
            Topics = [.. page.Items.Select(topic => new Topic
            {
                TopicArn = new SnsArn(call.Scope, topic.Name.Value).TopicArn,
            })],
            NextToken = page.NextToken,
        };
    }
}
