using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>The types of network interfaces as filters name them.</summary>
internal static class InterfaceTypes
{
    /// <summary>The name; the one of NAT gateways is written differently in filters than in the model's enumeration.</summary>
    public static string NameOf(NetworkInterfaceType type) =>
        type == NetworkInterfaceType.NatGateway ? "nat_gateway" : NetworkInterfaceTypeNames.Of(type);
}
