using System.Text.Json.Serialization;
using Orrery.Services.SecretsManager.Records;

namespace Orrery.Services.SecretsManager;

/// <summary>How the records of Secrets Manager are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SecretRecord))]
[JsonSerializable(typeof(VersionRecord))]
internal sealed partial class SecretsJson : JsonSerializerContext;
