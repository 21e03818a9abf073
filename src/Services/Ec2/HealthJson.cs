using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How the records of health and of account defaults are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(InstanceHealthRecord))]
[JsonSerializable(typeof(InstanceDefaultsRecord))]
[JsonSerializable(typeof(ZoneFailureRecord))]
[JsonSerializable(typeof(AccountSettingsRecord))]
internal sealed partial class HealthJson : JsonSerializerContext;
