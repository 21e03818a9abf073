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
        Errors.RefuseUnserved("VPN concentrators (VpnConcentratorId)", request.VpnConcentratorId is not null);
        Errors.RefuseUnserved("accelerated VPN connections (EnableAcceleration)", options.EnableAcceleration == true);
        Errors.RefuseUnserved(
            "tunnels over private or IPv6 addresses (OutsideIpAddressType)",
            options.OutsideIpAddressType is not (null or "PublicIpv4"));
        Errors.RefuseUnserved(
            "tunnels over AWS Direct Connect (TransportTransitGatewayAttachmentId)",
            options.TransportTransitGatewayAttachmentId is not null);
        RefuseBandwidth(options.TunnelBandwidth);
    }

    /// <summary>Refuses keys that are kept elsewhere.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void RefuseStorage(string? storage) => Errors.RefuseUnserved(
        "pre-shared keys in AWS Secrets Manager (PreSharedKeyStorage)", storage is not (null or "Standard"));

    /// <summary>Refuses tunnels with more bandwidth.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void RefuseBandwidth(VpnTunnelBandwidth? bandwidth) => Errors.RefuseUnserved(
        "tunnels of large bandwidth (TunnelBandwidth)", bandwidth is not (null or VpnTunnelBandwidth.Standard));

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
}
