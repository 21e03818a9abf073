using Orrery.Operations.Listing;

namespace Orrery.Services.Organizations.Views;

/// <summary>Pages of listings, in the order of a key.</summary>
internal static class Page
{
    // Source: botocore model, MaxResults: 1 to 20.
    private const int Most = 20;

    /// <summary>One page, and the token of the next; null on the last.</summary>
    /// <exception cref="ServiceException">InvalidInputException.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, int? limit, string? token) =>
        KeyPages.Sorted(all, key, limit ?? Most, token, static () => Errors.Input(
            "INVALID_NEXT_TOKEN: Get the value for the NextToken parameter from the response to a previous call of the "
            + "operation."));
}
