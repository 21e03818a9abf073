using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>To come.</summary>
public sealed class ListLogGroups : IReadOperation<ListLogGroupsRequest, ListLogGroupsResult>
{
    /// <inheritdoc/>
    public ListLogGroupsResult Run(ListLogGroupsRequest request, Call call) => new();
}
