using Orrery.Operations.Listing;

namespace Orrery.Services.Kms.Rules;

/// <summary>Pages of listings. Source: KMS API Reference, ListKeys: 1 to 1,000, 100 where nobody says.</summary>
internal static class Pages
{
    /// <summary>One page, and the marker of the next; null on the last.</summary>
    /// <exception cref="Core.ServiceException">InvalidMarkerException.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        IEnumerable<T> all, Func<T, string> key, int? limit, string? marker, int standard = 100) =>
        KeyPages.Sorted(all, key, limit ?? standard, marker, Errors.Marker);
}
