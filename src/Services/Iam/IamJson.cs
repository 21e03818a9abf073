using System.Text.Json.Serialization;
using Orrery.Services.Iam.Records;

namespace Orrery.Services.Iam;

/// <summary>How the records of identity are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SessionRecord))]
internal sealed partial class IamJson : JsonSerializerContext;
