using System.Text.Json.Serialization;
using Orrery.Services.CloudWatch.Records.Alarms;

namespace Orrery.Services.CloudWatch;

/// <summary>How the records of alarms are written as JSON: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AlarmRecord))]
[JsonSerializable(typeof(AlarmStateRecord))]
[JsonSerializable(typeof(AlarmLookRecord))]
[JsonSerializable(typeof(HistoryRecord))]
[JsonSerializable(typeof(DetectorRecord))]
internal sealed partial class AlarmJson : JsonSerializerContext;
