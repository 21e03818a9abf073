using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>To come.</summary>
public sealed class TagLogGroup : IWriteOperation<TagLogGroupRequest, TagLogGroupResult>
{
    /// <inheritdoc/>
    public TagLogGroupResult Run(TagLogGroupRequest request, Call call) => new();
}
