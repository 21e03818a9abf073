using Orrery.Services.S3.Operations.Buckets;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>A shop whose objects age.</summary>
internal static class Aging
{
    /// <summary>Enough bytes that an object may change its class.</summary>
    public static string Large { get; } = new('x', 128 * 1024);

    /// <summary>A rule for all objects.</summary>
    public static LifecycleRule Rule(string id = "r") =>
        new() { ID = id, Status = ExpirationStatus.Enabled, Filter = new() { Prefix = "" } };

    /// <summary>A transition after days.</summary>
    public static Transition To(TransitionStorageClass storageClass, int days) =>
        new() { StorageClass = storageClass, Days = days };

    /// <summary>Sets rules.</summary>
    public static void Age(this Shop shop, params LifecycleRule[] rules) =>
        shop.Rig.Run(new PutBucketLifecycleConfiguration(), Request(rules));

    /// <summary>The request for rules.</summary>
    public static PutBucketLifecycleConfigurationRequest Request(params LifecycleRule[] rules) =>
        new() { Bucket = Shop.Bucket, LifecycleConfiguration = new() { Rules = rules } };

    /// <summary>Lets days pass.</summary>
    public static void Days(this Shop shop, double days) => shop.Rig.Advance(TimeSpan.FromDays(days));

    /// <summary>All versions as one text: key, class, or marker.</summary>
    public static string Look(this Shop shop)
    {
        var all = shop.Versions();
        var versions = (all.Versions ?? []).Select(static v =>
            (v.Key, v.LastModified, Text: $"{v.Key}:{v.StorageClass?.ToWire()}{(v.IsLatest == true ? "!" : "")}"));
        var markers = (all.DeleteMarkers ?? []).Select(static v =>
            (v.Key, v.LastModified, Text: $"{v.Key}:marker{(v.IsLatest == true ? "!" : "")}"));
        return string.Join(' ', versions.Concat(markers)
            .OrderBy(static v => v.Key, StringComparer.Ordinal).ThenByDescending(static v => v.LastModified)
            .Select(static v => v.Text));
    }
}
