using System.Text.Json.Serialization;
using Orrery.Services.Kms.Records;

namespace Orrery.Services.Kms;

/// <summary>How the records of KMS are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeyRecord))]
[JsonSerializable(typeof(MaterialRecord))]
[JsonSerializable(typeof(AliasRecord))]
[JsonSerializable(typeof(GrantRecord))]
[JsonSerializable(typeof(ImportRecord))]
internal sealed partial class KmsJson : JsonSerializerContext;
