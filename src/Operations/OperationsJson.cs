using System.Text.Json.Serialization;

namespace Orrery.Operations;

/// <summary>How the pipeline's own records are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TokenRecord))]
internal sealed partial class OperationsJson : JsonSerializerContext;
