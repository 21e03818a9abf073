using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Insights;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>All fields of the event that a pointer (<c>@ptr</c>) names.</summary>
public sealed class GetLogRecord : IReadOperation<GetLogRecordRequest, GetLogRecordResult>
{
    /// <inheritdoc/>
    public GetLogRecordResult Run(GetLogRecordRequest request, ReadCall call)
    {
        if (request.Unmask == true)
        {
            throw Errors.NotServed("data protection (unmask)");
        }

        var key =
            EventIds.Point(request.LogRecordPointer!) ?? throw Errors.Invalid("The log record pointer is invalid.");
        var stream = call.Read(Tables.Streams).By(Tables.StreamsById, key.Stream).FirstOrDefault();
        var entry = call.Read(Tables.Events).Find(key);
        if (stream is null || entry is null || key.Time < LogGroups.Cutoff(LogGroups.Get(call, stream.Group), call.Now))
        {
            throw Errors.NotFound("The log record does not exist.");
        }

        entry = new[] { entry }.Opened(call, stream.Group).Single();
        return new() { LogRecord = QueryRun.Fields(call, stream, entry) };
    }
}
