using System.Text.Json.Serialization;
using Orrery.Services.Ssm.Records;

namespace Orrery.Services.Ssm;

/// <summary>How the records of Parameter Store are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ParameterRecord))]
[JsonSerializable(typeof(VersionRecord))]
internal sealed partial class SsmJson : JsonSerializerContext;
