using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;

namespace Orrery.Services.Ec2;

/// <summary>How the records of endpoints are written as JSON: as <see cref="Ec2Json"/> writes its own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(VpcEndpointRecord))]
[JsonSerializable(typeof(VpcEndpointServiceRecord))]
[JsonSerializable(typeof(VpcEndpointConnectionRecord))]
[JsonSerializable(typeof(ConnectionNotificationRecord))]
[JsonSerializable(typeof(EndpointEventMessage))]
internal sealed partial class EndpointJson : JsonSerializerContext;
