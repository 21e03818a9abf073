using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Changes the password of a user, or whether the user has to.</summary>
public sealed class UpdateLoginProfile : IWriteOperation<UpdateLoginProfileRequest, UpdateLoginProfileResult>
{
    /// <inheritdoc/>
    public UpdateLoginProfileResult Run(UpdateLoginProfileRequest request, Call call)
    {
        var user = Holders.User(call, request.UserName);
        var login = Logins.Get(user);
        if (request.Password is { } password) login = PasswordRules.Set(call, login, password, login.ResetRequired);
        login = login with { ResetRequired = request.PasswordResetRequired ?? login.ResetRequired };
        Holders.Put(call, user with { Login = login });
        return new();
    }
}
