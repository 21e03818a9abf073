using Orrery.Operations.Listing;

namespace Orrery.Services.Ram.Listing;

/// <summary>Pages of a listing, in the order of keys.</summary>
internal static class Pages
{
    // How many AWS gives where a request does not say is guessed.
    private const int Most = 100;

    /// <summary>One page: what it holds, and what to ask for the next one with; null on the last.</summary>
    /// <exception cref="Core.ServiceException">InvalidNextTokenException.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, int? limit, string? token) =>
        KeyPages.Sorted(all, key, limit ?? Most, token, Errors.Token);
}
