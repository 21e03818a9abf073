using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class PutQueryDefinition : IWriteOperation<PutQueryDefinitionRequest, PutQueryDefinitionResult>
{
    /// <inheritdoc/>
    public PutQueryDefinitionResult Run(PutQueryDefinitionRequest request, Call call) => new();
}
