using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Whether users and roles that policies name are there. Source: re:Post, "Invalid principal in policy error with
/// Amazon S3 bucket policy".
/// </summary>
internal static class PolicyPrincipals
{
    /// <summary>The first entry that is nobody; null where all are somebody.</summary>
    /// <param name="call">The call.</param>
    /// <param name="entries">Those of Principal or NotPrincipal.</param>
    /// <param name="owner">The account of the bucket: it is known, whoever is in it.</param>
    public static string? FirstUnknown(ReadCall call, IEnumerable<PrincipalEntry> entries, string owner) =>
        NamedPrincipals.FirstUnknown(
            call, entries.Where(static entry => entry.Type == PrincipalType.Arn).Select(static entry => entry.Value),
            owner);
}
