using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Whether users and roles that policies name are there. Source: re:Post, "Invalid principal in policy error with
/// Amazon S3 bucket policy". Accounts of which the world knows nobody are taken to have whom a policy names.
/// </summary>
internal static class PolicyPrincipals
{
    /// <summary>The first entry that is nobody; null where all are somebody.</summary>
    /// <param name="call">The call.</param>
    /// <param name="entries">Those of Principal or NotPrincipal.</param>
    /// <param name="owner">The account of the bucket: it is known, whoever is in it.</param>
    public static string? FirstUnknown(ReadCall call, IEnumerable<PrincipalEntry> entries, string owner)
    {
        if (call.FindPort<IPrincipalDirectory>() is not { } directory) return null;
        var named = entries.Where(static entry => entry.Type == PrincipalType.Arn && IsHolder(entry.Value)).ToList();
        if (named.Count == 0) return null;
        var known = directory.All(call).Select(static one => (one.Caller.Account, one.Facts.PrincipalArn)).ToHashSet();
        var accounts = known.Select(static one => one.Account).Append(owner).ToHashSet();
        return named.Select(static entry => entry.Value).FirstOrDefault(
            arn => AccountOf(arn) is var account && accounts.Contains(account) && !known.Contains((account, arn)));
    }

    private static bool IsHolder(string arn) =>
        arn.Split(':', 6) is [_, _, "iam", _, _, var name]
        && (name.StartsWith("user/", StringComparison.Ordinal) || name.StartsWith("role/", StringComparison.Ordinal));

    private static string AccountOf(string arn) => arn.Split(':')[4];
}
