using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Streams;

/// <summary>Makes a log stream.</summary>
public sealed class CreateLogStream : IWriteOperation<CreateLogStreamRequest, CreateLogStreamResult>
{
    /// <inheritdoc/>
    public CreateLogStreamResult Run(CreateLogStreamRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        if (group.Class == LogGroupClass.Delivery)
        {
            throw Errors.WrongClass("Log streams of a log group of the DELIVERY class are made by the service alone.");
        }

        if (call.Read(Tables.Streams).Contains(PartKey.Of(group.Name.Value, request.LogStreamName!)))
        {
            throw Errors.Exists("log stream");
        }

        Appender.NewStream(call, group.Name.Value, request.LogStreamName!);
        return new();
    }
}
