using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How the records of transit gateways are written as JSON: as those of <see cref="Ec2Json"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TransitGatewayRecord))]
[JsonSerializable(typeof(TransitGatewayAttachmentRecord))]
[JsonSerializable(typeof(TransitGatewayRouteTableRecord))]
[JsonSerializable(typeof(TransitGatewayRouteRecord))]
internal sealed partial class TransitJson : JsonSerializerContext;
