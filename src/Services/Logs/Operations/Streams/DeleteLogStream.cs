using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Streams;

/// <summary>Deletes a log stream with its events; not in a group that is protected.</summary>
public sealed class DeleteLogStream : IWriteOperation<DeleteLogStreamRequest, DeleteLogStreamResult>
{
    /// <inheritdoc/>
    public DeleteLogStreamResult Run(DeleteLogStreamRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        var stream = LogGroups.Stream(call, group.Name.Value, request.LogStreamName!);
        if (group.IsProtected)
        {
            throw new Core.ServiceException(
                "ValidationException", "The log group of the stream is protected from deletion.");
        }

        call.Write(Tables.Streams).Remove(stream.Key);
        Clearing.Begin(call, stream.Id);
        return new();
    }
}
