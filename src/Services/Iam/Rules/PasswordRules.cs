namespace Orrery.Services.Iam.Rules;

/// <summary>
/// What passwords must be. Sources: IAM User Guide, "Set an account password policy for IAM users", custom and default
/// policy; IAM API Reference, UpdateAccountPasswordPolicy. Messages are guessed.
/// </summary>
internal static class PasswordRules
{
    // How many earlier passwords the account can ever ask about.
    private const int Remembered = 24;
    private const int DefaultLength = 8;
    private const int DefaultKinds = 3;
    private const string Symbols = "!@#$%^&*()_+-=[]{}|'";

    /// <summary>A login with another password.</summary>
    /// <exception cref="ServiceException">PasswordPolicyViolation.</exception>
    public static LoginRecord Set(Call call, LoginRecord? login, string password, bool reset)
    {
        var rules = Home.Account(call).PasswordRules;
        Check(rules, call.Account, password);
        if (login is not null && rules?.ReusePrevention is { } earlier
            && login.Hashes.Take(earlier).Any(hash => PasswordHash.Matches(hash, password)))
        {
            throw Violation($"Password may not be one of the last {earlier} passwords");
        }

        return new()
        {
            CreatedAt = login?.CreatedAt ?? call.Now,
            ChangedAt = call.Now,
            Hashes = [PasswordHash.Of(call, password), .. (login?.Hashes ?? []).Take(Remembered - 1)],
            ResetRequired = reset,
        };
    }

    /// <summary>When a password expires; null where it does not.</summary>
    public static DateTimeOffset? ExpiryOf(PasswordRulesRecord? rules, LoginRecord login) =>
        rules?.MaxAge is { } days ? login.ChangedAt.AddDays(days) : null;

    private static void Check(PasswordRulesRecord? rules, string account, string password)
    {
        if (rules is null)
        {
            CheckDefault(account, password);
            return;
        }

        if (password.Length < rules.MinimumLength)
            throw Violation($"Password should have a minimum length of {rules.MinimumLength}");
        if (rules.NeedsUpper && !password.Any(char.IsAsciiLetterUpper))
            throw Violation("Password should have at least one uppercase letter");
        if (rules.NeedsLower && !password.Any(char.IsAsciiLetterLower))
            throw Violation("Password should have at least one lowercase letter");
        if (rules.NeedsNumber && !password.Any(char.IsAsciiDigit))
            throw Violation("Password should have at least one number");
        if (rules.NeedsSymbol && !password.Any(IsSymbol))
            throw Violation("Password should have at least one symbol");
    }

    private static void CheckDefault(string account, string password)
    {
        if (password.Length < DefaultLength)
            throw Violation($"Password should have a minimum length of {DefaultLength}");
        Func<char, bool>[] kinds = [char.IsAsciiLetterUpper, char.IsAsciiLetterLower, char.IsAsciiDigit, IsSymbol];
        if (kinds.Count(password.Any) < DefaultKinds)
        {
            throw Violation(
                "Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols");
        }

        if (password == account) throw Violation("Password may not be the name of the account");
    }

    private static bool IsSymbol(char c) => Symbols.Contains(c, StringComparison.Ordinal);

    private static ServiceException Violation(string message) => new("PasswordPolicyViolation", message);
}
