using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.AccessKeys;

/// <summary>When an access key was last used: N/A where it never was.</summary>
public sealed class GetAccessKeyLastUsed : IReadOperation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResult>
{
    /// <inheritdoc/>
    public GetAccessKeyLastUsedResult Run(GetAccessKeyLastUsedRequest request, ReadCall call)
    {
        var key = call.Read(Tables.AccessKeys, Scope.World).Find(new(request.AccessKeyId!));
        if (key is null || key.Account != call.Account) throw KeyRules.NotFound(request.AccessKeyId!);
        var use = LastUse.OfKey(call, key.Id.Value);
        return new()
        {
            UserName = key.User.Length == 0 ? null : Holders.UserOf(call, key.Account, key.User)?.Name,
            AccessKeyLastUsed = new()
            {
                LastUsedDate = use?.At, ServiceName = use?.Service ?? "N/A", Region = use?.Region ?? "N/A",
            },
        };
    }
}
