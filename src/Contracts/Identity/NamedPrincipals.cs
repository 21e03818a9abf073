using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// Whether users and roles that resource policies and grants name are there. Accounts of which the world knows nobody
/// are taken to have whom a policy names.
/// </summary>
public static class NamedPrincipals
{
    /// <summary>The first ARN that is nobody's; null where all are somebody's, or nobody keeps principals.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arns">ARNs of principals; sessions and root users are always there.</param>
    /// <param name="owner">The account of the resource: it is known, whoever is in it.</param>
    public static string? FirstUnknown(ReadCall call, IEnumerable<string> arns, string owner)
    {
        if (call.FindPort<IPrincipalDirectory>() is not { } directory) return null;
        var named = arns.Where(IsOfIam).ToList();
        if (named.Count == 0) return null;
        var known = directory.All(call).Select(static one => (one.Caller.Account, one.Facts.PrincipalArn)).ToHashSet();
        var accounts = known.Select(static one => one.Account).Append(owner).ToHashSet();
        return named.FirstOrDefault(arn => !IsHolder(arn)
            || (arn.Split(':')[4] is var account && accounts.Contains(account) && !known.Contains((account, arn))));
    }

    private static bool IsOfIam(string arn) => arn.Split(':', 6) is [_, _, "iam", _, _, not "root"];

    // Groups and policies are no principals.
    private static bool IsHolder(string arn) =>
        arn.Split(':', 6)[5] is var name && (name.StartsWith("user/", StringComparison.Ordinal)
            || name.StartsWith("role/", StringComparison.Ordinal));
}
