using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>Login profiles of users.</summary>
internal static class Logins
{
    /// <summary>The user whose login profile is meant; the root user has none that the API shows.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static UserRecord Owner(ReadCall call, string? name) =>
        Holders.UserOrCaller(call, name) ?? throw NoLogin(call.Account);

    /// <summary>The login of a user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static LoginRecord Get(UserRecord user) => user.Login ?? throw NoLogin(user.Name);

    /// <summary>A login as the API writes it.</summary>
    public static LoginProfile Show(UserRecord user, LoginRecord login) => new()
    {
        UserName = user.Name, CreateDate = login.CreatedAt, PasswordResetRequired = login.ResetRequired,
    };

    /// <summary>The error for a login that is not there.</summary>
    public static ServiceException NoLogin(string name) =>
        Errors.NoSuchEntity($"Login Profile for User {name} cannot be found.");
}
