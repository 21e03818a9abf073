using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Restoring;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>Lists current objects.</summary>
internal static class ObjectLists
{
    /// <summary>A page of current objects.</summary>
    public static ListPage<VersionRecord> Of(ReadCall call, Place place, ListOrder order)
    {
        var objects = call.Read(Tables.Objects, place.Scope);
        return Lists.Walk(
            order,
            key => objects.From(KeyText.Object(place.Name, key)).TakeWhile(v => v.Bucket == place.Name),
            static version => version.Key,
            version => order.After.Length == 0 || KeyOrder.Compare(version.Key, order.After) > 0);
    }

    /// <summary>When the state of restores is told; null where it was not asked for.</summary>
    public static DateTimeOffset? RestoredAt(ReadCall call, IReadOnlyList<OptionalObjectAttributes>? asked) =>
        asked?.Contains(OptionalObjectAttributes.RestoreStatus) == true ? call.Now : null;

    /// <summary>An object as listings show it.</summary>
    public static Wire.Generated.S3.Object View(
        VersionRecord version, Func<string?, string?> encode, bool withOwner, DateTimeOffset? restoredAt) => new()
    {
        Key = encode(version.Key),
        LastModified = version.Modified,
        ETag = version.ETag,
        Size = version.Size,
        StorageClass = ObjectStorageClassWire.Parse(version.StorageClass),
        Owner = withOwner ? Owners.Of(version.Owner) : null,
        ChecksumAlgorithm = version.Checksum is { } sum ? [Sums.AlgorithmOf(sum.Kind)] : null,
        RestoreStatus = restoredAt is { } now ? Restores.Status(version, now) : null,
        ChecksumType = new SumView(version.Checksum).Type,
    };
}
