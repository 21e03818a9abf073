using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Deletes several parameters; those that are not there are named.</summary>
public sealed class DeleteParameters : IWriteOperation<DeleteParametersRequest, DeleteParametersResult>
{
    /// <inheritdoc/>
    public DeleteParametersResult Run(DeleteParametersRequest request, Call call)
    {
        var (gone, missing) = (new List<string>(), new List<string>());
        foreach (var name in request.Names!.Distinct(StringComparer.Ordinal))
        {
            if (call.Read(Tables.Parameters).Find(new(Parameters.Plain(call, name))) is { } parameter)
            {
                Parameters.Remove(call, parameter);
                gone.Add(name);
            }
            else
            {
                missing.Add(name);
            }
        }

        return new() { DeletedParameters = gone, InvalidParameters = missing };
    }
}
