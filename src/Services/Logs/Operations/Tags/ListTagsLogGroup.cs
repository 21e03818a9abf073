using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>To come.</summary>
public sealed class ListTagsLogGroup : IReadOperation<ListTagsLogGroupRequest, ListTagsLogGroupResult>
{
    /// <inheritdoc/>
    public ListTagsLogGroupResult Run(ListTagsLogGroupRequest request, Call call) => new();
}
