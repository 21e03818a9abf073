using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>The tags of a log group, by its name.</summary>
public sealed class ListTagsLogGroup : IReadOperation<ListTagsLogGroupRequest, ListTagsLogGroupResult>
{
    /// <inheritdoc/>
    public ListTagsLogGroupResult Run(ListTagsLogGroupRequest request, ReadCall call)
    {
        return new() { Tags = LogGroups.Get(call, request.LogGroupName!).Tags };
    }
}
