using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Streams;

/// <summary>To come.</summary>
public sealed class DeleteLogStream : IWriteOperation<DeleteLogStreamRequest, DeleteLogStreamResult>
{
    /// <inheritdoc/>
    public DeleteLogStreamResult Run(DeleteLogStreamRequest request, Call call) => new();
}
