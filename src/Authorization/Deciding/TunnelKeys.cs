using Orrery.Engines.Policies.Requests;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// What a request says of the tunnels of a VPN connection: of both, where it makes one. Source: Site-to-Site VPN User
/// Guide, "Identity and access management", the table of condition keys. What it leaves to AWS is absent (guessed).
/// </summary>
internal static class TunnelKeys
{
    private const string OfConnection = "Options.TunnelOptions.";
    private const string OfTunnel = "TunnelOptions.";

    /// <summary>Keys, and the members that hold their values.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ByMember => new (string Key, string Member)[]
    {
        ("ec2:DPDTimeoutSeconds", "DPDTimeoutSeconds"),
        ("ec2:IKEVersions", "IKEVersions.Value"),
        ("ec2:InsideTunnelCidr", "TunnelInsideCidr"),
        ("ec2:InsideTunnelIpv6Cidr", "TunnelInsideIpv6Cidr"),
        ("ec2:Phase1DHGroup", "Phase1DHGroupNumbers.Value"),
        ("ec2:Phase1EncryptionAlgorithms", "Phase1EncryptionAlgorithms.Value"),
        ("ec2:Phase1IntegrityAlgorithms", "Phase1IntegrityAlgorithms.Value"),
        ("ec2:Phase1LifetimeSeconds", "Phase1LifetimeSeconds"),
        ("ec2:Phase2DHGroup", "Phase2DHGroupNumbers.Value"),
        ("ec2:Phase2EncryptionAlgorithms", "Phase2EncryptionAlgorithms.Value"),
        ("ec2:Phase2IntegrityAlgorithms", "Phase2IntegrityAlgorithms.Value"),
        ("ec2:Phase2LifetimeSeconds", "Phase2LifetimeSeconds"),
        ("ec2:RekeyFuzzPercentage", "RekeyFuzzPercentage"),
        ("ec2:RekeyMarginTimeSeconds", "RekeyMarginTimeSeconds"),
        ("ec2:ReplayWindowSizePackets", "ReplayWindowSize"),
    }.Select(static k => KeyValuePair.Create(k.Key, $"{OfConnection}{k.Member}|{OfTunnel}{k.Member}"));

    /// <summary>Keys whose values are made of what a request says.</summary>
    public static Dictionary<string, Func<CallContext, ContextValues>> Table() => new(StringComparer.Ordinal)
    {
        ["ec2:GatewayType"] = static c => CallContext.One(
            !Makes(c) ? null
                : c.Members.Has("VpnGatewayId") ? "VGW"
                : c.Members.Has("TransitGatewayId") ? "TGW"
                : null),
        ["ec2:RoutingType"] = static c => CallContext.One(
            !Makes(c) ? null : c.Members.At("Options.StaticRoutesOnly") is ["true"] ? "static" : "bgp"),
    };

    private static bool Makes(CallContext context) => context.Request.Entry.Operation == "CreateVpnConnection";
}
