using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How EC2's records are written as JSON: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(VpcRecord))]
[JsonSerializable(typeof(SubnetRecord))]
[JsonSerializable(typeof(SubnetCidrReservationRecord))]
[JsonSerializable(typeof(DhcpOptionsRecord))]
[JsonSerializable(typeof(InternetGatewayRecord))]
[JsonSerializable(typeof(EgressOnlyInternetGatewayRecord))]
[JsonSerializable(typeof(VpnGatewayRecord))]
[JsonSerializable(typeof(NatGatewayRecord))]
[JsonSerializable(typeof(AddressRecord))]
[JsonSerializable(typeof(PublicIpRecord))]
[JsonSerializable(typeof(NetworkInterfaceRecord))]
[JsonSerializable(typeof(RouteTableRecord))]
[JsonSerializable(typeof(PrefixListRecord))]
[JsonSerializable(typeof(SecurityGroupRecord))]
[JsonSerializable(typeof(SecurityGroupRuleRecord))]
[JsonSerializable(typeof(NetworkAclRecord))]
[JsonSerializable(typeof(VpcPeeringConnectionRecord))]
[JsonSerializable(typeof(NetworkInsightsPathRecord))]
[JsonSerializable(typeof(NetworkInsightsAnalysisRecord))]
[JsonSerializable(typeof(TagsRecord))]
internal sealed partial class Ec2Json : JsonSerializerContext;
