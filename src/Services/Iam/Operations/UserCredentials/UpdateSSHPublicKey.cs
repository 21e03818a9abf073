using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>Switches an SSH public key on or off.</summary>
public sealed class UpdateSSHPublicKey : IWriteOperation<UpdateSSHPublicKeyRequest, UpdateSSHPublicKeyResult>
{
    /// <inheritdoc/>
    public UpdateSSHPublicKeyResult Run(UpdateSSHPublicKeyRequest request, Call call)
    {
        var key = SshKeys.Get(call, Holders.User(call, request.UserName), request.SSHPublicKeyId!);
        call.Ours(Tables.SshKeys).Put(key with { IsActive = KeyRules.IsActive(request.Status) });
        return new();
    }
}
