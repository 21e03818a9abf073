using System.Buffers.Text;
using System.Text;

namespace Orrery.Services.Events.Listing;

/// <summary>Pages of a listing, in the order of keys.</summary>
internal static class Pages
{
    private const int Most = 100;
    private const string Mark = "after:";

    /// <summary>One page: what it holds, and what to ask for the next one with; null on the last.</summary>
    /// <exception cref="Core.ServiceException">ValidationException: the token is none of ours.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, int? limit, string? token)
    {
        var after = token is null ? null : KeyOf(token);
        var size = limit ?? Most;
        var found = all
            .Where(item => after is null || string.CompareOrdinal(key(item), after) > 0)
            .OrderBy(key, StringComparer.Ordinal).Take(size + 1).ToList();
        if (found.Count <= size)
            return (found, null);
        found.RemoveAt(size);
        return (found, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + key(found[^1]))));
    }

    private static string KeyOf(string token)
    {
        if (Base64Url.IsValid(token)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) is var text
            && text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return text[Mark.Length..];
        }

        throw Errors.Validation("NextToken is not valid.");
    }
}
