using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Whether the root user of an account may have a password. Sources: IAM User Guide, "Centralize root access for
/// member accounts": accounts that an organization makes have none once their credentials are managed; "Perform a
/// privileged task": password recovery. There is no console to sign in to.
/// </summary>
internal static class RootLogin
{
    /// <summary>Since when root users are there: accounts begin when they are first named.</summary>
    public static readonly DateTimeOffset Since = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // What the API names the root user by, which has no name, is guessed.
    private const string Name = "root";

    /// <summary>Whether a request means the root user: it names nobody, in a session of AssumeRoot.</summary>
    public static bool IsMeant(ReadCall call, string? userName) =>
        userName is null && call.Caller.Kind == CallerKind.AssumedRoot;

    /// <summary>The login of the root user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static LoginProfile Get(ReadCall call)
    {
        var account = Home.Account(call);
        return account.HasNoRootPassword ? throw Logins.NoLogin(Name) : Show(account);
    }

    /// <summary>Lets the root user have a password again.</summary>
    /// <exception cref="ServiceException">EntityAlreadyExists.</exception>
    public static LoginProfile Create(Call call)
    {
        var account = Home.Account(call);
        if (!account.HasNoRootPassword) throw Errors.Exists($"Login Profile for user {Name} already exists.");
        account = account with { HasNoRootPassword = false, RootPasswordAt = call.Now };
        call.Ours(Tables.Accounts).Put(account);
        return Show(account);
    }

    /// <summary>Takes the password of the root user away.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static void Delete(Call call)
    {
        Get(call);
        call.Ours(Tables.Accounts).Put(Home.Account(call) with { HasNoRootPassword = true, RootPasswordAt = null });
    }

    /// <summary>A new account of an organization begins without a password where those are managed centrally.</summary>
    public static void Begin(Call call, string account, string management)
    {
        if (!RootAccess.Has(call, management, FeatureType.RootCredentialsManagement)) return;
        call.Write(Tables.Accounts, Scope.Global(account)).Put(new() { HasNoRootPassword = true });
    }

    private static LoginProfile Show(AccountRecord account) => new()
    {
        UserName = Name, CreateDate = account.RootPasswordAt ?? Since, PasswordResetRequired = false,
    };
}
