using System.Text.Json.Serialization;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns;

/// <summary>How the records of SNS are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TopicRecord))]
[JsonSerializable(typeof(SubscriptionRecord))]
[JsonSerializable(typeof(PostRecord))]
[JsonSerializable(typeof(LetterRecord))]
[JsonSerializable(typeof(SeenMessageRecord))]
[JsonSerializable(typeof(CounterRecord))]
internal sealed partial class SnsJson : JsonSerializerContext;
