using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Streams;

/// <summary>To come.</summary>
public sealed class CreateLogStream : IWriteOperation<CreateLogStreamRequest, CreateLogStreamResult>
{
    /// <inheritdoc/>
    public CreateLogStreamResult Run(CreateLogStreamRequest request, Call call) => new();
}
