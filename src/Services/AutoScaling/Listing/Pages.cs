using Orrery.Operations.Listing;

namespace Orrery.Services.AutoScaling.Listing;

/// <summary>Gives lists page by page.</summary>
internal static class Pages
{
    /// <summary>A page of things in the order of their keys, and the token of the next.</summary>
    /// <exception cref="Core.ServiceException">InvalidNextToken, or ValidationError for a size that may not
    /// be.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> ordered, Func<T, string> key, string? token, int? size, int most = 100)
    {
        if (size is < 1)
            throw Errors.Invalid($"MaxRecords must be between 1 and {most}");
        var after = token is null ? null : KeyPages.Open(token) ?? throw Errors.Token();
        return KeyPages.Of(ordered, key, after, Math.Min(size ?? Math.Min(50, most), most));
    }
}
