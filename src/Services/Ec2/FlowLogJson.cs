using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How the records of flow logs are written as JSON, as in <see cref="Ec2Json"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FlowLogRecord))]
[JsonSerializable(typeof(FlowCaptureRecord))]
[JsonSerializable(typeof(FlowLineRecord))]
internal sealed partial class FlowLogJson : JsonSerializerContext;
