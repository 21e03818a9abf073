using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>To come.</summary>
public sealed class UntagLogGroup : IWriteOperation<UntagLogGroupRequest, UntagLogGroupResult>
{
    /// <inheritdoc/>
    public UntagLogGroupResult Run(UntagLogGroupRequest request, Call call) => new();
}
