using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>The account of an access key. A key tells it itself, whether it is there or not.</summary>
public sealed class GetAccessKeyInfo : IReadOperation<GetAccessKeyInfoRequest, GetAccessKeyInfoResult>
{
    /// <inheritdoc/>
    public GetAccessKeyInfoResult Run(GetAccessKeyInfoRequest request, ReadCall call)
    {
        var id = new AccessKeyId(request.AccessKeyId!);
        var account = call.Read(Tables.AccessKeys, Scope.World).Find(id)?.Account
            ?? call.Read(Tables.Sessions, Scope.World).Find(id)?.Account
            ?? UniqueIds.AccountOf(id.Value);
        return account is null
            ? throw Errors.Validation("Invalid parameter value: AccessKeyId")
            : new() { Account = account };
    }
}
