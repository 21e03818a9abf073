using Orrery.Core;
using Orrery.Operations.Listing;

namespace Orrery.Services.Logs.Rules;

/// <summary>Pages of things that are listed in the order of a key.</summary>
internal static class Pages
{
    /// <summary>One page, and the token of the next.</summary>
    /// <param name="all">All things, in the order of their keys.</param>
    /// <param name="key">The key of a thing.</param>
    /// <param name="token">The token of the request.</param>
    /// <param name="limit">How many a page has.</param>
    /// <param name="descending">Whether they are in the opposite order.</param>
    /// <exception cref="ServiceException">InvalidParameterException: the token is none.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, string? token, int limit, bool descending = false) =>
        KeyPages.Of(all, key, token is null ? null : Open(token), limit, descending);

    /// <summary>Makes a token.</summary>
    public static string Seal(string text) => KeyPages.Seal(text);

    /// <summary>Opens a token.</summary>
    /// <exception cref="ServiceException">InvalidParameterException: it is none.</exception>
    public static string Open(string token) =>
        KeyPages.Open(token) ?? throw Errors.Invalid("The specified nextToken is invalid.");
}
