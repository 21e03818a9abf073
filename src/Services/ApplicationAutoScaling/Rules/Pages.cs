using Orrery.Operations.Listing;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>Gives lists page by page.</summary>
internal static class Pages
{
    private const int Most = 50;

    /// <summary>A page of things in the order of their keys, and the token of the next.</summary>
    /// <exception cref="Core.ServiceException">InvalidNextTokenException, or ValidationException for a size that may
    /// not be.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> ordered, Func<T, string> key, string? token, int? size)
    {
        if (size is < 1 or > Most) throw Errors.Invalid($"MaxResults must be between 1 and {Most}");
        var after = token is null ? null : KeyPages.Open(token) ?? throw Errors.Token();
        return KeyPages.Of(ordered, key, after, size ?? Most);
    }
}
