using Orrery.Kernel.State;

namespace Orrery.Stores.Sqlite;

/// <summary>Rows of what lies above before those of what lies below, in key order.</summary>
internal static class LayerRows
{
    /// <summary>At most so many rows at and after a key.</summary>
    /// <param name="range">The key, and how many.</param>
    /// <param name="late">What lies above, from a key on.</param>
    /// <param name="under">What lies below, from a key on, as of a commit that the page above names.</param>
    /// <param name="keepsGone">Whether what is gone above is told, and not only hidden below.</param>
    public static IReadOnlyList<LayerRow> Scan(
        (string From, int Limit) range, Func<string, TailPage> late, Func<string, long, IReadOnlyList<LayerRow>> under,
        bool keepsGone = false)
    {
        var (from, limit) = range;
        var found = new List<LayerRow>();
        while (true)
        {
            var page = late(from);
            var rows = under(from, page.Settled);
            if (found.Count == 0 && page is { Rows.Count: 0, IsWhole: true })
                return rows;
            var last = Nearer(page.Last, rows.Count < limit ? null : rows[^1].Key);
            found.AddRange(Merge(page.Rows, rows, keepsGone)
                .TakeWhile(row => last is null || KeyOrder.Compare(row.Key, last) <= 0)
                .Take(limit - found.Count));
            if (last is null || found.Count == limit)
                return found;
            from = last + "\0";
        }
    }

    /// <summary>Of a key that both have, the row above counts.</summary>
    public static IEnumerable<LayerRow> Merge(
        IEnumerable<LayerRow> above, IEnumerable<LayerRow> below, bool keepsGone = false)
    {
        using var upper = above.GetEnumerator();
        using var lower = below.GetEnumerator();
        var hasUpper = upper.MoveNext();
        var hasLower = lower.MoveNext();
        while (hasUpper || hasLower)
        {
            var order = !hasUpper ? 1 : !hasLower ? -1 : KeyOrder.Compare(upper.Current.Key, lower.Current.Key);
            if (order > 0)
                yield return lower.Current;
            else if (keepsGone || upper.Current.Json is not null)
                yield return upper.Current;
            if (order <= 0)
                hasUpper = upper.MoveNext();
            if (order >= 0)
                hasLower = lower.MoveNext();
        }
    }

    private static string? Nearer(string? one, string? other) =>
        one is null || (other is not null && KeyOrder.Compare(other, one) < 0) ? other : one;
}
