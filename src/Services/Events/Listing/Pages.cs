using Orrery.Operations.Listing;

namespace Orrery.Services.Events.Listing;

/// <summary>Pages of a listing, in the order of keys.</summary>
internal static class Pages
{
    private const int Most = 100;

    /// <summary>One page: what it holds, and what to ask for the next one with; null on the last.</summary>
    /// <exception cref="Core.ServiceException">ValidationException: the token is none of ours.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, int? limit, string? token) =>
        KeyPages.Sorted(all, key, limit ?? Most, token, static () => Errors.Validation("NextToken is not valid."));
}
