using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How the records of volumes, snapshots and images are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(VolumeRecord))]
[JsonSerializable(typeof(VolumeModificationRecord))]
[JsonSerializable(typeof(VolumeUsageRecord))]
[JsonSerializable(typeof(EbsSettingsRecord))]
[JsonSerializable(typeof(SnapshotRecord))]
[JsonSerializable(typeof(ImageRecord))]
[JsonSerializable(typeof(ProfileAssociationRecord))]
internal sealed partial class VolumeJson : JsonSerializerContext;
