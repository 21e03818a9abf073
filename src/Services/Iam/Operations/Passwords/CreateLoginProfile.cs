using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>
/// Gives a user a password for the console. The console is not served: what is kept is a hash. In a session of
/// AssumeRoot it lets the root user have a password again. Source: IAM API Reference, CreateLoginProfile.
/// </summary>
public sealed class CreateLoginProfile : IWriteOperation<CreateLoginProfileRequest, CreateLoginProfileResult>
{
    /// <inheritdoc/>
    public CreateLoginProfileResult Run(CreateLoginProfileRequest request, Call call)
    {
        if (RootLogin.IsMeant(call, request.UserName))
        {
            return request.Password is null && request.PasswordResetRequired is null
                ? new() { LoginProfile = RootLogin.Create(call) }
                : throw Errors.Validation("A session of AssumeRoot gives neither Password nor PasswordResetRequired.");
        }

        if (request.Password is null) throw Errors.Validation("Password is required outside of AssumeRoot sessions.");
        var user = Logins.Owner(call, request.UserName);
        if (user.Login is not null) throw Errors.Exists($"Login Profile for user {user.Name} already exists.");
        var login = PasswordRules.Set(call, null, request.Password, request.PasswordResetRequired == true);
        Holders.Put(call, user with { Login = login });
        return new() { LoginProfile = Logins.Show(user, login) };
    }
}
