using System.Globalization;
using System.Text;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;

namespace Orrery.Services.Ec2.Views;

/// <summary>
/// The document that tells the customer's device what to set up. Its elements and the words of the defaults are those
/// of documents that users published; names of algorithms other than the defaults are guessed. None of its texts can
/// hold what XML would need escaped.
/// </summary>
internal static class VpnConfigurationView
{
    private const int HoldTime = 30;
    private const int ProbeInterval = 10;
    private const int SegmentSize = 1379;

    /// <summary>The document of a connection.</summary>
    public static string Of(VpnConnectionRecord connection, ReadCall call)
    {
        var gateway = call.Read(VpnTables.CustomerGateways).Find(connection.CustomerGatewayId);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <vpn_connection id="{connection.Id}">
              <customer_gateway_id>{connection.CustomerGatewayId}</customer_gateway_id>
              <vpn_gateway_id>{connection.VpnGatewayId}</vpn_gateway_id>
              <vpn_connection_type>ipsec.1</vpn_connection_type>

            """);
        if (connection.StaticRoutesOnly)
        {
            text.Append("  <vpn_connection_attributes>NoBGPVPNConnection</vpn_connection_attributes>\n");
        }

        var asn = connection.StaticRoutesOnly ? null : (long?)AmazonSide(connection, call);
        foreach (var tunnel in connection.Tunnels)
        {
            text.Append("  <ipsec_tunnel>\n");
            End(text, "customer_gateway", gateway?.IpAddress, Inside(tunnel, 2), asn is null ? null : gateway?.BgpAsn);
            End(text, "vpn_gateway", tunnel.OutsideIpAddress, Inside(tunnel, 1), asn);
            Exchange(text, tunnel);
            Security(text, tunnel.Options);
            text.Append("  </ipsec_tunnel>\n");
        }

        return text.Append("</vpn_connection>").ToString();
    }

    private static long? AmazonSide(VpnConnectionRecord connection, ReadCall call) =>
        connection.VpnGatewayId is { } id ? call.Read(Tables.VpnGateways).Find(id)?.AmazonSideAsn
        : connection.TransitGatewayId is { } transit
            ? call.Read(TransitTables.Gateways).Find(transit)?.AmazonSideAsn
            : null;

    private static IpAddress? Inside(VpnTunnelRecord tunnel, int place) => tunnel.InsideCidr?.At((UInt128)place);

    private static void End(StringBuilder text, string name, string? outside, IpAddress? inside, long? asn)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
                <{name}>
                  <tunnel_outside_address>
                    <ip_address>{outside}</ip_address>
                  </tunnel_outside_address>
                  <tunnel_inside_address>
                    <ip_address>{inside}</ip_address>
                    <network_mask>255.255.255.252</network_mask>
                    <network_cidr>30</network_cidr>
                  </tunnel_inside_address>

            """);
        if (asn is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                      <bgp>
                        <asn>{asn}</asn>
                        <hold_time>{HoldTime}</hold_time>
                      </bgp>

                """);
        }

        text.Append(CultureInfo.InvariantCulture, $"    </{name}>\n");
    }

    private static void Exchange(StringBuilder text, VpnTunnelRecord tunnel)
    {
        var options = tunnel.Options;
        text.Append(CultureInfo.InvariantCulture, $"""
                <ike>
                  <authentication_protocol>{Hash(options.Phase1IntegrityAlgorithms)}</authentication_protocol>
                  <encryption_protocol>{Cipher(options.Phase1EncryptionAlgorithms)}</encryption_protocol>
                  <lifetime>{options.Phase1LifetimeSeconds ?? VpnTunnelOptions.Phase1Lifetime}</lifetime>
                  <perfect_forward_secrecy>group{Group(options.Phase1DhGroups)}</perfect_forward_secrecy>
                  <mode>main</mode>
                  <pre_shared_key>{tunnel.PreSharedKey}</pre_shared_key>
                </ike>

            """);
    }

    private static void Security(StringBuilder text, VpnTunnelOptionsRecord options)
    {
        var retries = (options.DpdTimeoutSeconds ?? 3 * ProbeInterval) / ProbeInterval;
        text.Append(CultureInfo.InvariantCulture, $"""
                <ipsec>
                  <protocol>esp</protocol>
                  <authentication_protocol>{Authentication(options)}</authentication_protocol>
                  <encryption_protocol>{Cipher(options.Phase2EncryptionAlgorithms)}</encryption_protocol>
                  <lifetime>{options.Phase2LifetimeSeconds ?? VpnTunnelOptions.Phase2Lifetime}</lifetime>
                  <perfect_forward_secrecy>group{Group(options.Phase2DhGroups)}</perfect_forward_secrecy>
                  <mode>tunnel</mode>
                  <clear_df_bit>true</clear_df_bit>
                  <fragmentation_before_encryption>true</fragmentation_before_encryption>
                  <tcp_mss_adjustment>{SegmentSize}</tcp_mss_adjustment>
                  <dead_peer_detection>
                    <interval>{ProbeInterval}</interval>
                    <retries>{retries}</retries>
                  </dead_peer_detection>
                </ipsec>

            """);
    }

    private static string Hash(IReadOnlyList<string> allowed) =>
        allowed is [var first, ..] ? first.ToLowerInvariant() : "sha1";

    private static string Authentication(VpnTunnelOptionsRecord options) =>
        options.Phase2IntegrityAlgorithms switch
        {
            [] or ["SHA1", ..] => "hmac-sha1-96",
            [var first, ..] => $"hmac-{first.ToLowerInvariant()}",
        };

    private static string Cipher(IReadOnlyList<string> allowed) => allowed switch
    {
        [] or ["AES128", ..] => "aes-128-cbc",
        ["AES256", ..] => "aes-256-cbc",
        ["AES128-GCM-16", ..] => "aes-128-gcm-16",
        _ => "aes-256-gcm-16",
    };

    private static int Group(IReadOnlyList<int> allowed) => allowed is [var first, ..] ? first : 2;
}
