namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>How STS refuses what providers vouch for. Codes: botocore model of STS.</summary>
internal static class IdentityErrors
{
    /// <summary>InvalidIdentityToken.</summary>
    public static ServiceException Invalid(string message) => new("InvalidIdentityToken", message);

    /// <summary>ExpiredTokenException.</summary>
    public static ServiceException Expired(string message) => new("ExpiredTokenException", message);

    /// <summary>IDPRejectedClaim.</summary>
    public static ServiceException Rejected(string message) => new("IDPRejectedClaim", message, 403);
}
