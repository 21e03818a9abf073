using Orrery.Core;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>How a tunnel stands.</summary>
/// <param name="Tunnel">The tunnel.</param>
/// <param name="State">Yes: up. No: down. With the reason.</param>
/// <param name="Message">As telemetry words it, for example IPSEC IS UP.</param>
/// <param name="AcceptedRoutes">How many routes AWS's side took over it.</param>
internal sealed record VpnTunnelStatus(VpnTunnelRecord Tunnel, Decision State, string Message, int AcceptedRoutes)
{
    /// <summary>Whether packets can pass it.</summary>
    public bool IsUp => State.Allowed;
}
