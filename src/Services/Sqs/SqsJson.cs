using System.Text.Json.Serialization;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs;

/// <summary>How SQS's records are written as JSON: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(QueueRecord))]
[JsonSerializable(typeof(TallyRecord))]
[JsonSerializable(typeof(MessageRecord))]
[JsonSerializable(typeof(FlightRecord))]
[JsonSerializable(typeof(ReturnedRecord))]
[JsonSerializable(typeof(DelayedRecord))]
[JsonSerializable(typeof(GroupRecord))]
[JsonSerializable(typeof(ReadyRecord))]
[JsonSerializable(typeof(DedupRecord))]
[JsonSerializable(typeof(AttemptRecord))]
[JsonSerializable(typeof(MoveTaskRecord))]
[JsonSerializable(typeof(GraveRecord))]
internal sealed partial class SqsJson : JsonSerializerContext;
