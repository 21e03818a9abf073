using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.AccessKeys;

/// <summary>Switches an access key on or off: what it signs from then on is refused.</summary>
public sealed class UpdateAccessKey : IWriteOperation<UpdateAccessKeyRequest, UpdateAccessKeyResult>
{
    /// <inheritdoc/>
    public UpdateAccessKeyResult Run(UpdateAccessKeyRequest request, Call call)
    {
        var key = KeyRules.Get(call, request.UserName, request.AccessKeyId!);
        call.Write(Tables.AccessKeys, Scope.World).Put(key with { IsActive = KeyRules.IsActive(request.Status) });
        return new();
    }
}
