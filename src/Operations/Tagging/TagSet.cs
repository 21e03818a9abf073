using System.Collections.Immutable;
using Orrery.Core;

namespace Orrery.Operations.Tagging;

/// <summary>
/// What AWS says of tags alike in its services: at most 50 on a resource, and no key that AWS keeps for itself. How
/// long keys and values are, and the errors, differ. Source: AWS General Reference, "Tagging AWS resources".
/// </summary>
public static class TagSet
{
    /// <summary>How many tags a resource has at most.</summary>
    public const int Most = 50;

    /// <summary>No tags.</summary>
    public static ImmutableSortedDictionary<string, string> Empty { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether AWS keeps a key for itself.</summary>
    public static bool IsReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tags with others added or changed.</summary>
    /// <param name="tags">The tags that are there.</param>
    /// <param name="more">The others.</param>
    /// <param name="reserved">The error for a key that AWS keeps for itself.</param>
    /// <param name="tooMany">The error for more than 50.</param>
    public static ImmutableSortedDictionary<string, string> With(
        IEnumerable<KeyValuePair<string, string>> tags, IEnumerable<KeyValuePair<string, string>> more,
        Func<string, ServiceException> reserved, Func<ServiceException> tooMany)
    {
        var all = Empty.SetItems(tags).ToBuilder();
        foreach (var (key, value) in more)
        {
            if (IsReserved(key)) throw reserved(key);
            all[key] = value;
        }

        return all.Count <= Most ? all.ToImmutable() : throw tooMany();
    }
}
