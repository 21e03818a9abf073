using System.Globalization;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Using;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// The versions of keys. The current object of a key is in one table, its other versions and all delete markers in
/// another: the newest of them first. Source: S3 user guide, "How S3 Versioning works".
/// </summary>
internal static class Versions
{
    private const string Digits = "0123456789abcdef";

    /// <summary>The current object of a key; null where there is none or its newest version is a marker.</summary>
    public static VersionRecord? Current(ReadCall call, Place place, string key) =>
        call.Read(Tables.Objects, place.Scope).Find(KeyText.Object(place.Name, key));

    /// <summary>The newest version of a key, a marker included.</summary>
    public static VersionRecord? Newest(ReadCall call, Place place, string key) =>
        Current(call, place, key) ?? Others(call, place, key).FirstOrDefault();

    /// <summary>The version of a key that an id names; without an id the newest.</summary>
    public static VersionRecord? Find(ReadCall call, Place place, string key, string? versionId)
    {
        if (versionId is null) return Newest(call, place, key);
        if (Current(call, place, key) is { } current && current.VersionId == versionId) return current;
        if (versionId == VersionRecord.NullId) return NullOf(call, place, key);
        if (!IsId(versionId)) throw Errors.BadVersionId(versionId);
        var found = call.Read(Tables.Versions, place.Scope).Find(KeyText.Version(place.Name, key, OrderOf(versionId)));
        return found?.VersionId == versionId ? found : null;
    }

    /// <summary>
    /// The versions of a key that are not the current object, the newest first. A bucket that never kept versions has
    /// none, and is not asked.
    /// </summary>
    public static IEnumerable<VersionRecord> Others(ReadCall call, Place place, string key) =>
        place.Bucket.Versioning == Versioning.Never
            ? []
            : call.Read(Tables.Versions, place.Scope).From(KeyText.VersionsOf(place.Name, key))
                .TakeWhile(version => version.Key == key && version.Bucket == place.Name);

    /// <summary>Gives a new version its age and its id.</summary>
    public static VersionRecord Named(Call call, Place place, VersionRecord version)
    {
        var newest = Newest(call, place, version.Key);
        var age = long.MaxValue - call.Now.UtcTicks;
        if (newest is not null) age = Math.Min(age, AgeOf(newest.Order) - 1);
        var order = age.ToString("x16", CultureInfo.InvariantCulture);
        var id = place.Bucket.Versioning == Versioning.Enabled ? IdOf(order, call.NewId("v")) : VersionRecord.NullId;
        return version with { Order = order, VersionId = id };
    }

    /// <summary>Makes a named version the newest of its key.</summary>
    public static void Add(Call call, Place place, VersionRecord version)
    {
        var objects = call.Write(Tables.Objects, place.Scope);
        var others = call.Write(Tables.Versions, place.Scope);
        if (version.IsNull && place.Bucket.Versioning != Versioning.Never
            && NullOf(call, place, version.Key) is { } replaced)
        {
            others.Remove(replaced.VersionPlace);
            Stored.Release(call, replaced);
            Usage.Went(call, place, replaced);
        }

        if (objects.Find(version.Place) is { } before)
        {
            if (before.IsNull && version.IsNull)
            {
                Stored.Release(call, before);
                Usage.Went(call, place, before);
            }
            else
            {
                others.Put(before);
            }

            if (version.IsMarker) objects.Remove(version.Place);
        }

        Usage.Came(call, place, version);
        if (version.IsMarker) others.Put(version);
        else objects.Put(version);
        Ageing.Ageing.Note(call, place, version.Key);
        Ageing.Ageing.NoteTier(call, place, version);
    }

    /// <summary>Puts a version of another bucket among those of this one, where its age has it.</summary>
    public static void Insert(Call call, Place place, VersionRecord version)
    {
        var newest = Newest(call, place, version.Key);
        if (newest is null || string.CompareOrdinal(version.Order, newest.Order) < 0)
        {
            Add(call, place, version);
            return;
        }

        Usage.Came(call, place, version);
        call.Write(Tables.Versions, place.Scope).Put(version);
        Ageing.Ageing.NoteAll(call, place, version.Key);
        Ageing.Ageing.NoteTier(call, place, version);
    }

    /// <summary>Removes one version for good; the next becomes the newest.</summary>
    public static void Remove(Call call, Place place, VersionRecord version)
    {
        Take(call, place, version);
        Ageing.Ageing.Note(call, place, version.Key);
    }

    /// <summary>Puts a changed version (other tags, for example) in place.</summary>
    public static void Change(Call call, Place place, VersionRecord version)
    {
        var objects = call.Write(Tables.Objects, place.Scope);
        if (objects.Find(version.Place) is { } current && current.Order == version.Order)
        {
            Usage.Moved(call, place, current, version);
            objects.Put(version);
        }
        else
        {
            var others = call.Write(Tables.Versions, place.Scope);
            if (others.Find(version.VersionPlace) is { } before) Usage.Moved(call, place, before, version);
            others.Put(version);
        }

        Ageing.Ageing.NoteAll(call, place, version.Key);
        Ageing.Ageing.NoteTier(call, place, version);
    }

    /// <summary>The age that a version id holds: what orders the versions of a key.</summary>
    public static string OrderOf(string versionId) => string.Create(16, versionId, static (order, id) =>
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = Digits[(Digits.IndexOf(id[i], StringComparison.Ordinal) ^ Mask(id, i)) & 15];
    });

    /// <summary>The age to go on after in a listing, of a version that may be gone; null where it had none.</summary>
    public static string? OrderAfter(string versionId) => IsId(versionId) ? OrderOf(versionId) : null;

    private static void Take(Call call, Place place, VersionRecord version)
    {
        var objects = call.Write(Tables.Objects, place.Scope);
        var others = call.Write(Tables.Versions, place.Scope);
        Stored.Release(call, version);
        Usage.Went(call, place, version);
        var wasCurrent = objects.Find(version.Place) is { } current && current.Order == version.Order;
        if (wasCurrent) objects.Remove(version.Place);
        else others.Remove(version.VersionPlace);
        if (objects.Contains(version.Place)) return;
        if (Others(call, place, version.Key).FirstOrDefault() is not { IsMarker: false } next) return;
        // Nothing is current: either the current object went, or the marker above it did.
        others.Remove(next.VersionPlace);
        objects.Put(next);
    }

    private static VersionRecord? NullOf(ReadCall call, Place place, string key) =>
        Others(call, place, key).FirstOrDefault(static version => version.IsNull);

    private static long AgeOf(string order) =>
        long.Parse(order, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    // 32 characters, as AWS's: 16 of chance, and the age hidden behind them, so that nobody takes it for something
    // to rely on.
    private static string IdOf(string order, string chance)
    {
        var tail = chance[^16..];
        return string.Create(32, (order, tail), static (id, parts) =>
        {
            parts.tail.CopyTo(id[16..]);
            for (var i = 0; i < 16; i++)
            {
                var mask = Digits.IndexOf(parts.tail[i], StringComparison.Ordinal);
                id[i] = Digits[Digits.IndexOf(parts.order[i], StringComparison.Ordinal) ^ mask];
            }
        });
    }

    private static int Mask(string id, int place) => Digits.IndexOf(id[16 + place], StringComparison.Ordinal);

    private static bool IsId(string text) => text.Length == 32 && !text.AsSpan().ContainsAnyExcept(Digits);
}
