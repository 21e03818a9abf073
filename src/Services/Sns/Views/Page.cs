using System.Buffers.Text;
using System.Text;
using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Views;

/// <summary>Pages of a hundred (Amazon SNS API Reference, ListTopics), continued after a key.</summary>
internal static class Page
{
    private const int Size = 100;
    private const string Mark = "after:";

    /// <summary>The key at which a page begins to look.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter: a token that we did not make.</exception>
    public static SnsKey Start(string? token) => new(After(token) ?? "");

    /// <summary>A page of records that come in the order of their keys.</summary>
    public static (IReadOnlyList<T> Items, string? NextToken) Of<T>(
        IEnumerable<T> records, Func<T, string> key, string? token)
    {
        var after = After(token);
        var found = records
            .Where(record => after is null || string.CompareOrdinal(key(record), after) > 0)
            .Take(Size + 1)
            .ToList();
        if (found.Count <= Size) return (found, null);
        found.RemoveAt(Size);
        return (found, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + key(found[^1]))));
    }

    private static string? After(string? token)
    {
        if (token is null or "") return null;
        var text = Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : "";
        return text.StartsWith(Mark, StringComparison.Ordinal)
            ? text[Mark.Length..]
            : throw Errors.InvalidParameter("NextToken");
    }
}
