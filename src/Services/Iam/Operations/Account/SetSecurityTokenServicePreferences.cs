using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>
/// Says which version of tokens the global endpoint gives out. Tokens are alike here; the account's summary tells it.
/// </summary>
public sealed class SetSecurityTokenServicePreferences
    : IWriteOperation<SetSecurityTokenServicePreferencesRequest, SetSecurityTokenServicePreferencesResult>
{
    /// <inheritdoc/>
    public SetSecurityTokenServicePreferencesResult Run(
        SetSecurityTokenServicePreferencesRequest request, Call call)
    {
        call.Ours(Tables.Accounts).Put(Home.Account(call) with
        {
            TokenVersion = request.GlobalEndpointTokenVersion?.ToString(),
        });
        return new();
    }
}
