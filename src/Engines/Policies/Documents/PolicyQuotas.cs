using Orrery.Core;

namespace Orrery.Engines.Policies.Documents;

/// <summary>
/// How long policies may be. Source: IAM User Guide, "IAM and AWS STS quotas": white space does not count; and "Quotas
/// for Organizations". Trust policies are 2048 by default and can be raised.
/// </summary>
public static class PolicyQuotas
{
    /// <summary>A managed policy.</summary>
    public const int Managed = 6144;

    /// <summary>All inline policies of a user.</summary>
    public const int User = 2048;

    /// <summary>All inline policies of a role.</summary>
    public const int Role = 10_240;

    /// <summary>All inline policies of a group.</summary>
    public const int Group = 5120;

    /// <summary>A role's trust policy.</summary>
    public const int Trust = 2048;

    /// <summary>A session policy, and the names of managed ones with it.</summary>
    public const int Session = 2048;

    /// <summary>A service control policy, with its white space; it was 5120 until May 2026.</summary>
    public const int ServiceControl = 10_240;

    /// <summary>A resource control policy, with its white space.</summary>
    public const int ResourceControl = 5120;

    /// <summary>Managed policies of a user, group or role.</summary>
    public const int Attachments = 10;

    /// <summary>Versions of a managed policy.</summary>
    public const int Versions = 5;

    /// <summary>Managed session policies.</summary>
    public const int SessionPolicies = 10;

    /// <summary>How long a document counts: without its white space.</summary>
    public static int LengthOf(string document)
    {
        var length = 0;
        foreach (var c in document)
        {
            if (!char.IsWhiteSpace(c)) length++;
        }

        return length;
    }

    /// <summary>The refusal of what is too long, in IAM's words; null where it is not.</summary>
    /// <param name="length">The length, of all documents that count together.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="owner">What the limit is of: <c>user alice</c>; null for a managed policy.</param>
    public static ServiceException? Over(int length, int limit, string? owner = null)
    {
        if (length <= limit) return null;
        return new("LimitExceeded", owner is null
            ? $"Cannot exceed quota for PolicySize: {limit}"
            : $"Maximum policy size of {limit} bytes exceeded for {owner}", 409);
    }
}
