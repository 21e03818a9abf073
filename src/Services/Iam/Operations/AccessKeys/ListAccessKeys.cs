using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.AccessKeys;

/// <summary>The access keys of a user, without their secrets.</summary>
public sealed class ListAccessKeys : IReadOperation<ListAccessKeysRequest, ListAccessKeysResult>
{
    /// <inheritdoc/>
    public ListAccessKeysResult Run(ListAccessKeysRequest request, ReadCall call)
    {
        var user = Holders.UserOrCaller(call, request.UserName);
        var keys = call.Read(Tables.AccessKeys, Scope.World).By(Tables.KeysByOwner, KeyRules.Owner(call, user));
        var page = Page.Of(keys, k => k.Id.Value, request.Marker, request.MaxItems);
        return new()
        {
            AccessKeyMetadata = page.Of(key => new AccessKeyMetadata
            {
                UserName = user?.Name,
                AccessKeyId = key.Id.Value,
                Status = KeyRules.Status(key.IsActive),
                CreateDate = key.CreatedAt,
            }).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
