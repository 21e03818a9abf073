using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class StartQuery : IWriteOperation<StartQueryRequest, StartQueryResult>
{
    /// <inheritdoc/>
    public StartQueryResult Run(StartQueryRequest request, Call call) => new();
}
