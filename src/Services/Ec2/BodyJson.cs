using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How the records of bodies are written as JSON: as those of <see cref="Ec2Json"/> are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(BodyRecord))]
[JsonSerializable(typeof(ConsoleRecord))]
internal sealed partial class BodyJson : JsonSerializerContext;
