using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>To come.</summary>
public sealed class CreateLogGroup : IWriteOperation<CreateLogGroupRequest, CreateLogGroupResult>
{
    /// <inheritdoc/>
    public CreateLogGroupResult Run(CreateLogGroupRequest request, Call call) => new();
}
