using Orrery.Contracts.Contents;
using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3;

/// <summary>
/// The tables of S3. Buckets are resident, in the scope of their owner and region; what can be millions is stored, in
/// the same scope. Names of buckets, and bytes, are the world's (<see cref="Scope.World"/>): copies share them.
/// </summary>
internal static class Tables
{
    public static readonly Table<BucketName, NameRecord> Names =
        Table<BucketName, NameRecord>.Resident("s3.names", r => r.Name, () => S3Json.Default.NameRecord);

    public static readonly Table<BucketName, BucketRecord> Buckets =
        Table<BucketName, BucketRecord>.Resident("s3.buckets", r => r.Name, () => S3Json.Default.BucketRecord);

    /// <summary>What accounts say for all of their buckets, in their global scope.</summary>
    public static readonly Table<AccountId, AccountRecord> Accounts =
        Table<AccountId, AccountRecord>.Resident("s3.accounts", r => r.Account, () => S3Json.Default.AccountRecord);

    /// <summary>The current objects: what listings show. Keys whose newest version is a marker are not in it.</summary>
    public static readonly Table<ObjectKey, VersionRecord> Objects =
        Table<ObjectKey, VersionRecord>.Stored("s3.objects", r => r.Place, () => S3Json.Default.VersionRecord);

    /// <summary>All other versions: noncurrent ones, and delete markers.</summary>
    public static readonly Table<VersionKey, VersionRecord> Versions =
        Table<VersionKey, VersionRecord>.Stored(
            "s3.versions", r => r.VersionPlace, () => S3Json.Default.VersionRecord);

    public static readonly Table<ManifestId, ManifestRecord> Manifests =
        Table<ManifestId, ManifestRecord>.Stored("s3.manifests", r => r.Id, () => S3Json.Default.ManifestRecord);

    public static readonly Table<PieceKey, PieceRecord> Pieces =
        Table<PieceKey, PieceRecord>.Stored("s3.pieces", r => r.Place, () => S3Json.Default.PieceRecord);

    public static readonly Table<UploadKey, UploadRecord> Uploads =
        Table<UploadKey, UploadRecord>.Stored("s3.uploads", r => r.Place, () => S3Json.Default.UploadRecord);

    public static readonly Table<PartKey, PartRecord> Parts =
        Table<PartKey, PartRecord>.Stored("s3.parts", r => r.Place, () => S3Json.Default.PartRecord);

    public static readonly Table<ContentId, ContentRecord> Contents =
        Table<ContentId, ContentRecord>.Stored("s3.contents", r => r.Id, () => S3Json.Default.ContentRecord);

    public static readonly Table<ReleaseKey, ReleaseRecord> Releases =
        Table<ReleaseKey, ReleaseRecord>.Stored("s3.releases", r => r.Key, () => S3Json.Default.ReleaseRecord);

    /// <summary>What lifecycles have to look at, by bucket and day.</summary>
    public static readonly Table<DueKey, DueRecord> Dues =
        Table<DueKey, DueRecord>.Stored("s3.dues", r => r.Place, () => S3Json.Default.DueRecord);

    /// <summary>What buckets hold now, by class.</summary>
    public static readonly Table<UsageKey, UsageRecord> Usage =
        Table<UsageKey, UsageRecord>.Resident("s3.usage", r => r.Place, () => S3Json.Default.UsageRecord);

    /// <summary>What they held when days ended on which it changed.</summary>
    public static readonly Table<UsageDayKey, UsageRecord> UsageDays =
        Table<UsageDayKey, UsageRecord>.Stored("s3.usage-days", r => r.DayPlace, () => S3Json.Default.UsageRecord);

    /// <summary>What of that is billed was done, day by day; it outlives the bucket.</summary>
    public static readonly Table<ActivityKey, ActivityRecord> Activities =
        Table<ActivityKey, ActivityRecord>.Stored("s3.activities", r => r.Place, () => S3Json.Default.ActivityRecord);

    /// <summary>The billed bytes of buckets now, by class.</summary>
    public static readonly Table<StockKey, StockRecord> Stocks =
        Table<StockKey, StockRecord>.Resident("s3.stocks", r => r.Place, () => S3Json.Default.StockRecord);

    /// <summary>What they were on the days on which they changed; they outlive the bucket.</summary>
    public static readonly Table<StockKey, StockRecord> StockDays =
        Table<StockKey, StockRecord>.Stored("s3.stock-days", r => r.DayPlace, () => S3Json.Default.StockRecord);

    /// <summary>Lines of access logs that are to be delivered.</summary>
    public static readonly Table<LogLineKey, LogLineRecord> LogLines =
        Table<LogLineKey, LogLineRecord>.Stored("s3.log-lines", r => r.Place, () => S3Json.Default.LogLineRecord);

    /// <summary>Bytes that S3 itself wrote.</summary>
    public static readonly Table<ContentId, WrittenRecord> Written =
        Table<ContentId, WrittenRecord>.Stored("s3.written", r => r.Id, () => S3Json.Default.WrittenRecord);

    /// <summary>Inventories under way.</summary>
    public static readonly Table<ReportKey, ReportRecord> Reports =
        Table<ReportKey, ReportRecord>.Stored("s3.reports", r => r.Place, () => S3Json.Default.ReportRecord);

    /// <summary>Access points, in the scope of their account and region.</summary>
    public static readonly Table<PointName, PointRecord> Points =
        Table<PointName, PointRecord>.Resident("s3.points", r => r.Name, () => S3Json.Default.PointRecord);

    /// <summary>What access points are called among buckets; the world's, as names of buckets are.</summary>
    public static readonly Table<BucketName, AliasRecord> Aliases =
        Table<BucketName, AliasRecord>.Resident("s3.aliases", r => r.Alias, () => S3Json.Default.AliasRecord);

    /// <summary>Aliases by the bucket behind the access point.</summary>
    public static readonly Index<BucketName, AliasRecord> AliasesByBucket =
        Aliases.Index("bucket", alias => alias.Bucket.Value);

    /// <summary>What became of keys that were deleted with others, until that is logged.</summary>
    public static readonly Table<BatchKey, BatchRecord> Batches =
        Table<BatchKey, BatchRecord>.Stored("s3.batches", r => r.Place, () => S3Json.Default.BatchRecord);

    /// <summary>What storage class analysis saw, by day, for configurations that export it.</summary>
    public static readonly Table<AnalysisKey, AnalysisRecord> Analyses =
        Table<AnalysisKey, AnalysisRecord>.Stored("s3.analyses", r => r.Place, () => S3Json.Default.AnalysisRecord);

    /// <summary>Replication rules that are measured, in the scope of the bucket they replicate to.</summary>
    public static readonly Table<FollowKey, FollowRecord> Follows =
        Table<FollowKey, FollowRecord>.Resident("s3.follows", r => r.Place, () => S3Json.Default.FollowRecord);

    /// <summary>What waited for them, minute by minute.</summary>
    public static readonly Table<FollowKey, FollowMinuteRecord> FollowMinutes =
        Table<FollowKey, FollowMinuteRecord>.Stored(
            "s3.follow-minutes", r => r.Place, () => S3Json.Default.FollowMinuteRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
    [
        Names, Buckets, Objects, Versions, Manifests, Pieces, Uploads, Parts, Contents, Releases, Dues, Accounts, Usage,
        UsageDays, Activities, Stocks, StockDays, LogLines, Written, Reports, Points, Aliases, Batches,
        Analyses, Follows, FollowMinutes,
    ];
}
