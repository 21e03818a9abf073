using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class GetLogGroupFields : IReadOperation<GetLogGroupFieldsRequest, GetLogGroupFieldsResult>
{
    /// <inheritdoc/>
    public GetLogGroupFieldsResult Run(GetLogGroupFieldsRequest request, Call call) => new();
}
