namespace Orrery.Services.S3.Rules.Access;

/// <summary>Accounts that requests name.</summary>
internal static class Accounts
{
    /// <summary>The account of a request: the caller's own.</summary>
    /// <exception cref="ServiceException">AccessDenied, InvalidRequest.</exception>
    public static string Checked(string? account, ReadCall call)
    {
        if (string.IsNullOrEmpty(account)) throw Errors.InvalidRequest("Missing required header: x-amz-account-id");
        return call.Caller.Kind != CallerKind.Anonymous && account == call.Caller.Account
            ? account
            : throw Errors.AccessDenied();
    }
}
