using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class DeleteQueryDefinition : IWriteOperation<DeleteQueryDefinitionRequest, DeleteQueryDefinitionResult>
{
    /// <inheritdoc/>
    public DeleteQueryDefinitionResult Run(DeleteQueryDefinitionRequest request, Call call) => new();
}
