using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Changes the password of the user who calls, who has to know the old one.</summary>
public sealed class ChangePassword : IWriteOperation<ChangePasswordRequest, ChangePasswordResult>
{
    /// <inheritdoc/>
    public ChangePasswordResult Run(ChangePasswordRequest request, Call call)
    {
        if (call.Caller.Kind != CallerKind.User)
            throw new ServiceException("InvalidUserType", "Only IAM Users can change their own password");
        var user = Logins.Owner(call, null);
        var login = Logins.Get(user);
        var rules = Home.Account(call).PasswordRules;
        if (!PasswordHash.Matches(login.Hashes[0], request.OldPassword!))
            throw Errors.Denied("The old password was incorrect.");
        if (rules?.HardExpiry == true && PasswordRules.ExpiryOf(rules, login) <= call.Now)
            throw Errors.Denied("The password has expired: only an administrator can set another one.");
        Holders.Put(call, user with { Login = PasswordRules.Set(call, login, request.NewPassword!, false) });
        return new();
    }
}
