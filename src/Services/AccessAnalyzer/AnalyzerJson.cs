using System.Text.Json.Serialization;

namespace Orrery.Services.AccessAnalyzer;

/// <summary>How the records of the analyzer are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AnalyzerRecord))]
[JsonSerializable(typeof(ResourceRecord))]
[JsonSerializable(typeof(FindingRecord))]
[JsonSerializable(typeof(GenerationRecord))]
internal sealed partial class AnalyzerJson : JsonSerializerContext;
