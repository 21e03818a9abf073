using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class GetLogRecord : IReadOperation<GetLogRecordRequest, GetLogRecordResult>
{
    /// <inheritdoc/>
    public GetLogRecordResult Run(GetLogRecordRequest request, Call call) => new();
}
