using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Gives a user a password for the console. The console is not served: what is kept is a hash.</summary>
public sealed class CreateLoginProfile : IWriteOperation<CreateLoginProfileRequest, CreateLoginProfileResult>
{
    /// <inheritdoc/>
    public CreateLoginProfileResult Run(CreateLoginProfileRequest request, Call call)
    {
        if (request.Password is null)
            throw Errors.Validation("Password is required: Orrery has no AssumeRoot sessions.");
        var user = Logins.Owner(call, request.UserName);
        if (user.Login is not null) throw Errors.Exists($"Login Profile for user {user.Name} already exists.");
        var login = PasswordRules.Set(call, null, request.Password, request.PasswordResetRequired == true);
        Holders.Put(call, user with { Login = login });
        return new() { LoginProfile = Logins.Show(user, login) };
    }
}
