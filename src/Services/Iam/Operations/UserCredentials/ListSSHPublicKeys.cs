using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserCredentials;

/// <summary>The SSH public keys of a user.</summary>
public sealed class ListSSHPublicKeys : IReadOperation<ListSSHPublicKeysRequest, ListSSHPublicKeysResult>
{
    /// <inheritdoc/>
    public ListSSHPublicKeysResult Run(ListSSHPublicKeysRequest request, ReadCall call)
    {
        var user = Holders.UserOrCaller(call, request.UserName);
        var page = Page.Of(
            call.Mine(Tables.SshKeys).By(Tables.SshKeysByUser, Devices.Owner(call, user)), k => k.Id.Value,
            request.Marker, request.MaxItems);
        return new()
        {
            SSHPublicKeys = page.Of(k => new SSHPublicKeyMetadata
            {
                UserName = user?.Name,
                SSHPublicKeyId = k.Id.Value,
                Status = KeyRules.Status(k.IsActive),
                UploadDate = k.UploadedAt,
            }).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
