using System.Text.Json.Serialization;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3;

/// <summary>How the records of this service are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(BucketRecord))]
[JsonSerializable(typeof(AccountRecord))]
[JsonSerializable(typeof(NameRecord))]
[JsonSerializable(typeof(VersionRecord))]
[JsonSerializable(typeof(ContentRecord))]
[JsonSerializable(typeof(ReleaseRecord))]
[JsonSerializable(typeof(ManifestRecord))]
[JsonSerializable(typeof(PieceRecord))]
[JsonSerializable(typeof(UploadRecord))]
[JsonSerializable(typeof(PartRecord))]
[JsonSerializable(typeof(DueRecord))]
[JsonSerializable(typeof(UsageRecord))]
[JsonSerializable(typeof(ActivityRecord))]
[JsonSerializable(typeof(StockRecord))]
[JsonSerializable(typeof(LogLineRecord))]
[JsonSerializable(typeof(WrittenRecord))]
[JsonSerializable(typeof(ReportRecord))]
[JsonSerializable(typeof(PointRecord))]
[JsonSerializable(typeof(AliasRecord))]
[JsonSerializable(typeof(BatchRecord))]
[JsonSerializable(typeof(AnalysisRecord))]
[JsonSerializable(typeof(FollowRecord))]
[JsonSerializable(typeof(FollowMinuteRecord))]
internal sealed partial class S3Json : JsonSerializerContext;
