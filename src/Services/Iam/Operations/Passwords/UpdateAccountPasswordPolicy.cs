using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Says what passwords must be. What is not given falls back to its default.</summary>
public sealed class UpdateAccountPasswordPolicy
    : IWriteOperation<UpdateAccountPasswordPolicyRequest, UpdateAccountPasswordPolicyResult>
{
    /// <inheritdoc/>
    public UpdateAccountPasswordPolicyResult Run(UpdateAccountPasswordPolicyRequest request, Call call)
    {
        var account = Home.Account(call);
        call.Ours(Tables.Accounts).Put(account with
        {
            PasswordRules = new()
            {
                MinimumLength = request.MinimumPasswordLength ?? 6,
                NeedsSymbol = request.RequireSymbols == true,
                NeedsNumber = request.RequireNumbers == true,
                NeedsUpper = request.RequireUppercaseCharacters == true,
                NeedsLower = request.RequireLowercaseCharacters == true,
                UsersMayChange = request.AllowUsersToChangePassword == true,
                MaxAge = request.MaxPasswordAge,
                ReusePrevention = request.PasswordReusePrevention,
                HardExpiry = request.HardExpiry,
            },
        });
        return new();
    }
}
