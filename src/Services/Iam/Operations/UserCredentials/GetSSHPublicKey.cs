using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>An SSH public key of a user, in the form that is asked for.</summary>
public sealed class GetSSHPublicKey : IReadOperation<GetSSHPublicKeyRequest, GetSSHPublicKeyResult>
{
    /// <inheritdoc/>
    public GetSSHPublicKeyResult Run(GetSSHPublicKeyRequest request, ReadCall call)
    {
        var user = Holders.User(call, request.UserName);
        return new()
        {
            SSHPublicKey = SshKeys.Show(user, SshKeys.Get(call, user, request.SSHPublicKeyId!), request.Encoding),
        };
    }
}
