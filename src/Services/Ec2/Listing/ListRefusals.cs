using Orrery.Core;
using Orrery.Services.Ec2.Rules.Snapshots;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// What several Describe operations refuse. Sources: EC2 API Reference, DescribeInstances, DescribeInstanceStatus,
/// DescribeInstanceCreditSpecifications, DescribeNetworkInterfaces, DescribeSnapshots (MaxResults) and DescribeImages
/// (Owners, ExecutableUsers), with microsoft as owner of older versions of that page; the words as public logs of
/// clients show them (getmoto/moto issue 6282), those for credit specifications and interfaces guessed.
/// </summary>
internal static class ListRefusals
{
    /// <summary>Refuses pages of what is named by ids.</summary>
    /// <param name="ids">The ids of the request.</param>
    /// <param name="set">The name of their parameter in the message.</param>
    /// <param name="most">The size of a page.</param>
    /// <exception cref="ServiceException">InvalidParameterCombination.</exception>
    public static void CheckPages(IReadOnlyList<string>? ids, string set, int? most)
    {
        if (ids is { Count: > 0 } && most is not null)
        {
            throw Errors.InvalidParameterCombination(
                $"The parameter {set} cannot be used with the parameter maxResults");
        }
    }

    /// <summary>Refuses users that are neither accounts nor among the names that are known.</summary>
    /// <exception cref="ServiceException">InvalidUserID.Malformed.</exception>
    public static void CheckUsers(IReadOnlyList<string>? users, params string[] known)
    {
        foreach (var user in (users ?? []).Where(user => !known.Contains(user)))
        {
            SnapshotSharing.Account(user);
        }
    }
}
