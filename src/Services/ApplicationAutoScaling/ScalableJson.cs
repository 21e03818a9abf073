using System.Text.Json.Serialization;
using Orrery.Services.ApplicationAutoScaling.Records;

namespace Orrery.Services.ApplicationAutoScaling;

/// <summary>How the records are written as JSON: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TargetRecord))]
[JsonSerializable(typeof(PolicyRecord))]
[JsonSerializable(typeof(ActionRecord))]
[JsonSerializable(typeof(ActivityRecord))]
internal sealed partial class ScalableJson : JsonSerializerContext;
