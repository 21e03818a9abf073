using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>Removes an SSH public key.</summary>
public sealed class DeleteSSHPublicKey : IWriteOperation<DeleteSSHPublicKeyRequest, DeleteSSHPublicKeyResult>
{
    /// <inheritdoc/>
    public DeleteSSHPublicKeyResult Run(DeleteSSHPublicKeyRequest request, Call call)
    {
        call.Ours(Tables.SshKeys).Remove(
            SshKeys.Get(call, Holders.User(call, request.UserName), request.SSHPublicKeyId!).Id);
        return new();
    }
}
