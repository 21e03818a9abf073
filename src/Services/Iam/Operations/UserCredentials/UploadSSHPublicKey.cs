using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>Keeps an SSH public key of a user.</summary>
public sealed class UploadSSHPublicKey : IWriteOperation<UploadSSHPublicKeyRequest, UploadSSHPublicKeyResult>
{
    /// <inheritdoc/>
    public UploadSSHPublicKeyResult Run(UploadSSHPublicKeyRequest request, Call call)
    {
        var user = Holders.User(call, request.UserName);
        var keys = call.Ours(Tables.SshKeys);
        var body = SshKeys.Normal(request.SSHPublicKeyBody!);
        if (keys.By(Tables.SshKeysByUser, user.Id).Any(k => k.Body == body))
        {
            throw new ServiceException(
                "DuplicateSSHPublicKey", "The SSH public key is already associated with the user.");
        }

        call.Hold(IamQuotas.SshKeysPerUser, keys.CountBy(Tables.SshKeysByUser, user.Id),
            limit => Errors.Quota("SSHPublicKeysPerUser", limit));
        var key = new SshKeyRecord
        {
            Id = new(UniqueIds.New(call, "APKA")), User = user.Id, Body = body, UploadedAt = call.Now,
        };
        keys.Put(key);
        return new() { SSHPublicKey = SshKeys.Show(user, key, EncodingType.Ssh) };
    }
}
