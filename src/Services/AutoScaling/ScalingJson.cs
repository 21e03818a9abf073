using System.Text.Json.Serialization;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling;

/// <summary>How the records of Auto Scaling are written as JSON: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(GroupRecord))]
[JsonSerializable(typeof(MemberRecord))]
[JsonSerializable(typeof(HookRecord))]
[JsonSerializable(typeof(LaunchConfigurationRecord))]
[JsonSerializable(typeof(ActivityRecord))]
[JsonSerializable(typeof(PolicyRecord))]
[JsonSerializable(typeof(ScheduleRecord))]
[JsonSerializable(typeof(DecisionRecord))]
[JsonSerializable(typeof(ForecastRecord))]
[JsonSerializable(typeof(GaugeRecord))]
[JsonSerializable(typeof(AskRecord))]
[JsonSerializable(typeof(ActivityMarkRecord))]
[JsonSerializable(typeof(RefreshRecord))]
internal sealed partial class ScalingJson : JsonSerializerContext;
