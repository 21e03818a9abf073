using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Deletes a parameter.</summary>
public sealed class DeleteParameter : IWriteOperation<DeleteParameterRequest, DeleteParameterResult>
{
    /// <inheritdoc/>
    public DeleteParameterResult Run(DeleteParameterRequest request, Call call)
    {
        Parameters.Remove(call, Parameters.Of(call, request.Name!));
        return new();
    }
}
