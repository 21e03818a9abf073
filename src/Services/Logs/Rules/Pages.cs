using System.Text;
using Orrery.Core;

namespace Orrery.Services.Logs.Rules;

/// <summary>Pages of things that are listed in the order of a key.</summary>
internal static class Pages
{
    /// <summary>One page, and the token of the next; the token is the key of the last one given.</summary>
    /// <param name="all">All things, in the order of their keys.</param>
    /// <param name="key">The key of a thing.</param>
    /// <param name="token">The token of the request.</param>
    /// <param name="limit">How many a page has.</param>
    /// <param name="descending">Whether they are in the opposite order.</param>
    /// <exception cref="ServiceException">InvalidParameterException: the token is none.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, string? token, int limit, bool descending = false)
    {
        var rest = all;
        if (token is not null)
        {
            var after = Open(token);
            rest = all.SkipWhile(item => string.CompareOrdinal(key(item), after) is var order
                && (descending ? order >= 0 : order <= 0));
        }

        var page = rest.Take(limit + 1).ToList();
        return page.Count <= limit ? (page, null) : (page[..limit], Seal(key(page[limit - 1])));
    }

    /// <summary>Makes a token.</summary>
    public static string Seal(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Opens a token.</summary>
    /// <exception cref="ServiceException">InvalidParameterException: it is none.</exception>
    public static string Open(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Errors.Invalid("The specified nextToken is invalid.");
    }
}
