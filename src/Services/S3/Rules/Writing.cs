using Orrery.Operations.Contents;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Wire.Checksums;

namespace Orrery.Services.S3.Rules;

/// <summary>What all operations that write objects share.</summary>
internal static class Writing
{
    /// <summary>The most bytes of one PUT: 5 GiB. Source: S3 user guide, "Uploading objects".</summary>
    public const long Most = 5L * 1024 * 1024 * 1024;

    /// <summary>The order for a body.</summary>
    public static ContentOrder Body(DigestKind kind) => new()
    {
        TakesBody = true,
        Digests = DigestKind.Md5 | kind,
        Limit = Most,
        TooLong = static size => Errors.TooLarge(size, Most),
        NoLength = Errors.NoLength,
        Incomplete = Errors.Incomplete,
    };

    /// <summary>The checksum that objects get whose clients choose none. Source: "Checking object integrity".</summary>
    public static DigestKind KindOf(Sums sums) =>
        sums.Kind is var kind and not DigestKind.None ? kind : DigestKind.Crc64Nvme;

    /// <summary>Puts a named version: it is counted, aged, replicated and told of.</summary>
    public static VersionRecord Add(Call call, Place place, VersionRecord version, Notice notice)
    {
        version = Replicas.Marked(place, version);
        Versions.Add(call, place, version);
        Replicas.Begin(call, place, version);
        Notices.Tell(call, place, version, notice);
        return version;
    }

    /// <summary>The version id as answers show it; null where the bucket never kept versions.</summary>
    public static string? ShownId(Place place, VersionRecord version) =>
        place.Bucket.Versioning == Versioning.Never ? null : version.VersionId;
}
