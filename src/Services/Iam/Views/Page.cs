using System.Globalization;
using Orrery.Operations.Listing;

namespace Orrery.Services.Iam.Views;

/// <summary>
/// Makes pages: 100 things unless asked otherwise, 1,000 at most (the model says so). A marker tells after which key
/// the next begins.
/// </summary>
internal static class Page
{
    private const int Standard = 100;

    /// <summary>A page of what comes in the order of its keys.</summary>
    /// <exception cref="ServiceException">ValidationError: a marker that we did not make.</exception>
    public static Page<T> Of<T>(IEnumerable<T> ordered, Func<T, string> key, string? marker, int? size)
    {
        string? after = null;
        if (marker is { Length: > 0 })
            after = KeyPages.Open(marker) ?? throw Errors.Validation("Invalid Marker.");
        var (items, next) = KeyPages.Of(ordered, key, after, size ?? Standard);
        return new(items, next);
    }

    /// <summary>A page of what comes in an order of its own: a marker tells the place.</summary>
    public static Page<T> InOrder<T>(IEnumerable<T> items, string? marker, int? size) =>
        Of(
            items.Select((item, place) => (Item: item, Place: place)),
            i => i.Place.ToString("D9", CultureInfo.InvariantCulture), marker, size)
        .Of(i => i.Item);
}
