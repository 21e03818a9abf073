using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.AccessKeys;

/// <summary>Makes an access key of a user, or of the root user. Its secret is shown this once.</summary>
public sealed class CreateAccessKey : IWriteOperation<CreateAccessKeyRequest, CreateAccessKeyResult>
{
    /// <inheritdoc/>
    public CreateAccessKeyResult Run(CreateAccessKeyRequest request, Call call)
    {
        var user = Holders.UserOrCaller(call, request.UserName);
        var keys = call.Write(Tables.AccessKeys, Scope.World);
        var owner = KeyRules.Owner(call, user);
        call.Hold(IamQuotas.KeysPerUser, keys.CountBy(Tables.KeysByOwner, owner),
            limit => Errors.Quota("AccessKeysPerUser", limit));
        var key = new AccessKeyRecord
        {
            Id = new(UniqueIds.NewKey(call, "AKIA", call.Account)),
            Secret = Sessions.NewSecret(call),
            Account = call.Account,
            User = user?.Id ?? "",
            CreatedAt = call.Now,
        };
        keys.Put(key);
        return new()
        {
            AccessKey = new()
            {
                UserName = user?.Name ?? "",
                AccessKeyId = key.Id.Value,
                Status = KeyRules.Status(key.IsActive),
                SecretAccessKey = key.Secret,
                CreateDate = key.CreatedAt,
            },
        };
    }
}
