using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules;

/// <summary>Lists all versions: by key, and of one key the newest first.</summary>
internal static class VersionLists
{
    /// <summary>A version in a listing.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="IsLatest">Whether it is the newest of its key.</param>
    public sealed record Entry(VersionRecord Version, bool IsLatest);

    /// <summary>A page of versions.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The bucket.</param>
    /// <param name="order">What is asked for.</param>
    /// <param name="afterVersion">Only versions of the key <see cref="ListOrder.After"/> that are older than this one,
    /// and those of later keys; null for later keys only.</param>
    public static ListPage<Entry> Of(ReadCall call, Place place, ListOrder order, string? afterVersion)
    {
        var afterOrder = afterVersion is null ? null
            : Versions.Find(call, place, order.After, afterVersion)?.Order ?? Versions.OrderAfter(afterVersion);
        return Lists.Walk(order, key => From(call, place, key), static entry => entry.Version.Key, IsAfter);

        bool IsAfter(Entry entry)
        {
            if (order.After.Length == 0) return true;
            var compared = KeyOrder.Compare(entry.Version.Key, order.After);
            return compared > 0
                || (compared == 0 && afterOrder is not null
                    && string.CompareOrdinal(entry.Version.Order, afterOrder) > 0);
        }
    }

    // Both tables are in order of keys, and the current object of a key is newer than all others of it.
    private static IEnumerable<Entry> From(ReadCall call, Place place, string key)
    {
        var others = call.Read(Tables.Versions, place.Scope)
            .From(KeyText.VersionsOf(place.Name, key)).TakeWhile(v => v.Bucket == place.Name);
        using var other = others.GetEnumerator();
        var hasOther = other.MoveNext();
        string? last = null;
        var objects = call.Read(Tables.Objects, place.Scope)
            .From(KeyText.Object(place.Name, key)).TakeWhile(v => v.Bucket == place.Name);
        foreach (var current in objects)
        {
            for (; hasOther && Precedes(other.Current, current); hasOther = other.MoveNext())
            {
                yield return new(other.Current, other.Current.Key != last);
                last = other.Current.Key;
            }

            yield return new(current, true);
            last = current.Key;
        }

        for (; hasOther; hasOther = other.MoveNext())
        {
            yield return new(other.Current, other.Current.Key != last);
            last = other.Current.Key;
        }
    }

    private static bool Precedes(VersionRecord other, VersionRecord current) =>
        KeyOrder.Compare(other.Key, current.Key) < 0;
}
