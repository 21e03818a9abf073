using System.Globalization;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Walks keys in order and rolls them up. Source: S3 user guide, "Organizing objects using prefixes"; API Reference,
/// ListObjectsV2: a rolled-up prefix counts as one, and the order is that of UTF-8 bytes.
/// </summary>
internal static class Lists
{
    /// <summary>The most of a page, and what is given where nothing is asked for.</summary>
    public const int Page = 1000;

    /// <summary>The size of the page that a request wants.</summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static int Size(int? asked, string name) => asked switch
    {
        null => Page,
        < 0 => throw Errors.InvalidArgument(
            $"Argument {name} must be an integer between 0 and 2147483647", name,
            asked.Value.ToString(CultureInfo.InvariantCulture)),
        _ => Math.Min(asked.Value, Page),
    };

    /// <summary>A page of what stands in order of its keys.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="order">What is asked for.</param>
    /// <param name="from">All items at and after a key, in order, as far as they are of the bucket.</param>
    /// <param name="key">The key of an item.</param>
    /// <param name="isAfter">Whether an item comes after where the listing goes on.</param>
    public static ListPage<T> Walk<T>(
        ListOrder order, Func<string, IEnumerable<T>> from, Func<T, string> key, Func<T, bool> isAfter)
        where T : class
    {
        var items = new List<T>();
        var groups = new List<string>();
        T? last = null;
        string? lastGroup = null;
        string? start = order.Group(order.After) == order.After && order.After.Length > 0
            ? Behind(order.After)
            : Later(order.Prefix, order.After);
        while (start is not null)
        {
            var at = start;
            start = null;
            foreach (var item in from(at))
            {
                var name = key(item);
                if (!name.StartsWith(order.Prefix, StringComparison.Ordinal)) break;
                if (!isAfter(item)) continue;
                var group = order.Group(name);
                if (group is not null && (order.IsPast(group) || group == lastGroup)) continue;
                // A page of no keys is never cut: it is asked for to see whether the bucket can be listed.
                if (items.Count + groups.Count >= order.Most)
                    return new(items, groups, order.Most > 0, last, lastGroup);
                if (group is null)
                {
                    items.Add(item);
                    (last, lastGroup) = (item, null);
                    continue;
                }

                groups.Add(group);
                (last, lastGroup) = (null, group);
                // What is rolled up is leapt over, however many there are.
                start = Behind(group);
                break;
            }
        }

        return new(items, groups, false, last, lastGroup);
    }

    /// <summary>Names as listings show them: percent-encoded where that was asked for.</summary>
    public static Func<string?, string?> Encoder(EncodingType? encoding) => encoding is null
        ? static text => text
        : static text => text is null ? null : Encoded(text);

    /// <summary>Rolled-up prefixes as listings show them; null where there are none.</summary>
    public static IReadOnlyList<CommonPrefix>? Groups(IReadOnlyList<string> groups, Func<string?, string?> encode) =>
        groups.Count == 0 ? null : [.. groups.Select(group => new CommonPrefix { Prefix = encode(group) })];

    // As AWS encodes: slashes stay, blanks become plus signs.
    private static string Encoded(string text) =>
        Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal)
            .Replace("%20", "+", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);

    // What begins so and goes on with the last code point comes once more: it is looked at and passed over.
    private static string Behind(string group) => group + char.ConvertFromUtf32(0x10FFFF);

    private static string Later(string one, string other) =>
        Kernel.State.KeyOrder.Compare(one, other) >= 0 ? one : other;
}
