using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.AccessKeys;

/// <summary>Removes an access key.</summary>
public sealed class DeleteAccessKey : IWriteOperation<DeleteAccessKeyRequest, DeleteAccessKeyResult>
{
    /// <inheritdoc/>
    public DeleteAccessKeyResult Run(DeleteAccessKeyRequest request, Call call)
    {
        var key = KeyRules.Get(call, request.UserName, request.AccessKeyId!);
        call.Write(Tables.AccessKeys, Scope.World).Remove(key.Id);
        return new();
    }
}
