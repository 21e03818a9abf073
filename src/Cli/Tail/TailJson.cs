using System.Text.Json.Serialization;

namespace Orrery.Cli.Tail;

/// <summary>The JSON of tails: what Logs is asked and answers, and events one a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TailedEvent))]
[JsonSerializable(typeof(TailPage))]
[JsonSerializable(typeof(TailRequest))]
internal sealed partial class TailJson : JsonSerializerContext;
