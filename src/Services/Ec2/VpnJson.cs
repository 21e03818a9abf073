using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How records of VPN connections are written as JSON, as <see cref="Ec2Json"/> writes others.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CustomerGatewayRecord))]
[JsonSerializable(typeof(VpnConnectionRecord))]
[JsonSerializable(typeof(OnPremisesRecord))]
internal sealed partial class VpnJson : JsonSerializerContext;
