using Orrery.Operations.Listing;

namespace Orrery.Services.AccessAnalyzer.Views;

/// <summary>Pages of listings, in the order of a key.</summary>
internal static class Page
{
    // How many AWS gives where a request does not say is guessed.
    private const int Most = 100;

    /// <summary>One page, and the token of the next; null on the last.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, int? limit, string? token) =>
        limit is < 1
            ? throw Errors.Validation("The maxResults is not valid: it is at least 1.")
            : KeyPages.Sorted(
                all, key, limit ?? Most, token, static () => Errors.Validation("The nextToken is not valid."));
}
