using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>
/// Reads what a CreateVpnConnection asks for. Source: EC2 API Reference, VpnConnectionOptionsSpecification.
/// </summary>
internal static class VpnConnectionWish
{
    /// <summary>Refuses by name what is not served.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation, InvalidParameterValue.</exception>
    public static void Refuse(CreateVpnConnectionRequest request)
    {
        if (request.Type != GatewayType.Ipsec1.ToWire())
        {
            throw Errors.InvalidParameterValue(
                $"Value ({request.Type}) for parameter type is invalid. Valid values: ipsec.1.");
        }

        RefuseStorage(request.PreSharedKeyStorage);
        var options = request.Options ?? new();
        Refuse(request.VpnConcentratorId is not null, "VPN concentrators (VpnConcentratorId)");
        Refuse(options.EnableAcceleration == true, "accelerated VPN connections (EnableAcceleration)");
        Refuse(
            options.OutsideIpAddressType is not (null or "PublicIpv4"),
            "tunnels over private or IPv6 addresses (OutsideIpAddressType)");
        Refuse(
            options.TransportTransitGatewayAttachmentId is not null,
            "tunnels over AWS Direct Connect (TransportTransitGatewayAttachmentId)");
        RefuseBandwidth(options.TunnelBandwidth);
    }

    /// <summary>Refuses keys that are kept elsewhere.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void RefuseStorage(string? storage) => Refuse(
        storage is not (null or "Standard"), "pre-shared keys in AWS Secrets Manager (PreSharedKeyStorage)");

    /// <summary>Refuses tunnels with more bandwidth.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void RefuseBandwidth(VpnTunnelBandwidth? bandwidth) => Refuse(
        bandwidth is not (null or VpnTunnelBandwidth.Standard), "tunnels of large bandwidth (TunnelBandwidth)");

    /// <summary>The connection with the addresses that its tunnels are to carry.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, InvalidParameterCombination.</exception>
    public static VpnConnectionRecord WithSelectors(
        VpnConnectionRecord connection, (string? Local, string? Remote) ipv4, (string? Local, string? Remote) ipv6)
    {
        var (mine, other) = connection.InsideIpv6 ? (ipv6, ipv4) : (ipv4, ipv6);
        if (other.Local is not null || other.Remote is not null)
        {
            throw Errors.InvalidParameterCombination(
                $"The tunnels carry {(connection.InsideIpv6 ? "IPv6" : "IPv4")}: a network CIDR of the other family "
                + "cannot be specified");
        }

        return connection with
        {
            LocalCidr = Read(connection, mine.Local, "localNetworkCidr") ?? connection.LocalCidr,
            RemoteCidr = Read(connection, mine.Remote, "remoteNetworkCidr") ?? connection.RemoteCidr,
        };
    }

    private static Cidr? Read(VpnConnectionRecord connection, string? text, string parameter) =>
        text is null ? null
        : connection.InsideIpv6 ? CidrRules.Ipv6(text, parameter)
        : CidrRules.Ipv4(text, parameter);

    private static void Refuse(bool asked, string what)
    {
        if (asked)
        {
            throw Errors.NotServed(what);
        }
    }
}
