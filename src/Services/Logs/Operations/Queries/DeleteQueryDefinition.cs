using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>Forgets a query that is kept.</summary>
public sealed class DeleteQueryDefinition : IWriteOperation<DeleteQueryDefinitionRequest, DeleteQueryDefinitionResult>
{
    /// <inheritdoc/>
    public DeleteQueryDefinitionResult Run(DeleteQueryDefinitionRequest request, Call call)
    {
        return call.Write(Tables.Definitions).Remove(new(request.QueryDefinitionId!))
            ? new() { Success = true }
            : throw Errors.NotFound("The query definition does not exist.");
    }
}
