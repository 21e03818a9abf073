using System.Buffers.Text;
using System.Text;

namespace Orrery.Operations.Listing;

/// <summary>
/// Pages of things that are listed in the order of a key. A token is the key of the last thing that was given, so that
/// nothing is kept between pages, and what comes or goes in between neither repeats nor hides another.
/// </summary>
public static class KeyPages
{
    private const string Mark = "after:";

    /// <summary>One page, and the token of the next; null on the last.</summary>
    /// <param name="ordered">All things, in the order of their keys.</param>
    /// <param name="key">The key of a thing.</param>
    /// <param name="after">After which key the page begins; null for the first.</param>
    /// <param name="size">How many things a page has: at least one. Who takes it from a request that may say less has
    /// to refuse that.</param>
    /// <param name="descending">Whether they are in the opposite order.</param>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> ordered, Func<T, string> key, string? after, int size, bool descending = false)
    {
        var rest = after is null
            ? ordered
            : ordered.SkipWhile(item => string.CompareOrdinal(key(item), after) is var order
                && (descending ? order >= 0 : order <= 0));
        var page = rest.Take(size + 1).ToList();
        return page.Count <= size ? (page, null) : (page[..size], Seal(key(page[size - 1])));
    }

    /// <summary>One page of things that are in no order yet, and the token of the next; null on the last.</summary>
    /// <param name="all">All things.</param>
    /// <param name="key">The key of a thing.</param>
    /// <param name="size">How many things a page has.</param>
    /// <param name="token">The token of the request; null for the first page.</param>
    /// <param name="refusal">The error where the token is none of ours.</param>
    public static (IReadOnlyList<T> Items, string? Next) Sorted<T>(
        IEnumerable<T> all, Func<T, string> key, int size, string? token, Func<Exception> refusal) =>
        Of(
            all.OrderBy(key, StringComparer.Ordinal), key, token is null ? null : Open(token) ?? throw refusal(), size);

    /// <summary>Makes a token.</summary>
    public static string Seal(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + key));

    /// <summary>Opens a token; null where it is none of ours.</summary>
    public static string? Open(string token) =>
        Base64Url.IsValid(token)
        && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) is var text
        && text.StartsWith(Mark, StringComparison.Ordinal)
            ? text[Mark.Length..]
            : null;
}
