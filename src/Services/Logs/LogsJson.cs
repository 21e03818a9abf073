using System.Text.Json.Serialization;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs;

/// <summary>How the records of this service are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(GroupRecord))]
[JsonSerializable(typeof(StreamRecord))]
[JsonSerializable(typeof(EventRecord))]
[JsonSerializable(typeof(TurnRecord))]
[JsonSerializable(typeof(MetricFilterRecord))]
[JsonSerializable(typeof(SubscriptionRecord))]
[JsonSerializable(typeof(PolicyRecord))]
[JsonSerializable(typeof(QueryRecord))]
[JsonSerializable(typeof(DefinitionRecord))]
[JsonSerializable(typeof(PostRecord))]
[JsonSerializable(typeof(ResultKeyRecord))]
internal sealed partial class LogsJson : JsonSerializerContext;
