using System.Text.Json.Serialization;
using Orrery.Services.CloudWatch.Records;

namespace Orrery.Services.CloudWatch;

/// <summary>How the records of metrics and dashboards are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(MetricRecord))]
[JsonSerializable(typeof(PointsRecord))]
[JsonSerializable(typeof(IntakeRecord))]
[JsonSerializable(typeof(IntakeStateRecord))]
[JsonSerializable(typeof(DashboardRecord))]
[JsonSerializable(typeof(TagsRecord))]
internal sealed partial class MetricJson : JsonSerializerContext;
