using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>What passwords must be, where that was said.</summary>
public sealed class GetAccountPasswordPolicy
    : IReadOperation<GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResult>
{
    /// <inheritdoc/>
    public GetAccountPasswordPolicyResult Run(GetAccountPasswordPolicyRequest request, ReadCall call)
    {
        if (Home.Account(call).PasswordRules is not { } rules)
            throw Errors.NoSuchEntity($"The Password Policy with domain name {call.Account} cannot be found.");
        return new()
        {
            PasswordPolicy = new()
            {
                MinimumPasswordLength = rules.MinimumLength,
                RequireSymbols = rules.NeedsSymbol,
                RequireNumbers = rules.NeedsNumber,
                RequireUppercaseCharacters = rules.NeedsUpper,
                RequireLowercaseCharacters = rules.NeedsLower,
                AllowUsersToChangePassword = rules.UsersMayChange,
                ExpirePasswords = rules.MaxAge is not null,
                MaxPasswordAge = rules.MaxAge,
                PasswordReusePrevention = rules.ReusePrevention,
                HardExpiry = rules.HardExpiry,
            },
        };
    }
}
