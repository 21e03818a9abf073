using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Contracts.Identity;

/// <summary>
/// Canonical user ids: 64 hexadecimal digits by which access control lists and bucket policies name accounts. AWS's
/// cannot be worked out; these are made of the account. Source: S3 user guide, "Finding an AWS account's canonical
/// user ID"; the id of nobody is AWS's.
/// </summary>
public static class CanonicalUser
{
    /// <summary>What stands in place of an account where nobody signed.</summary>
    public const string Nobody = "anonymous";

    private const string IdOfNobody = "65a011a29cdf8ec533ec3d1ccaae921c";

    private static readonly ConcurrentDictionary<string, string> Ids = new(StringComparer.Ordinal);

    /// <summary>The canonical user id of an account.</summary>
    public static string IdOf(string account) => Ids.GetOrAdd(account, static name => name == Nobody
        ? IdOfNobody
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("canonical user " + name))));
}
