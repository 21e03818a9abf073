using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Aliases;

/// <summary>Takes a name from a key.</summary>
public sealed class DeleteAlias : IWriteOperation<DeleteAliasRequest, DeleteAliasResult>
{
    /// <inheritdoc/>
    public DeleteAliasResult Run(DeleteAliasRequest request, Call call)
    {
        var name = AliasNames.Checked(request.AliasName!);
        return call.Write(Tables.Aliases).Remove(new(name)) ? new() : throw AliasNames.None(call, name);
    }
}
