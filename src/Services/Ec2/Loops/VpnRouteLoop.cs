using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves static routes of VPN connections on: pending to available, deleting to gone. States: EC2 API Reference,
/// VpnStaticRoute.
/// </summary>
public sealed class VpnRouteLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the connection's id, a space and the destination.</summary>
    internal const string TimerKind = "ec2.vpn-connection-route";

    // AWS gives no figure; Terraform's provider waits for 15 seconds: guessed.
    private static readonly TimeSpan Changing = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a route that is pending or deleting into its connection, and sets it on its way.</summary>
    internal static void Begin(Call call, VpnConnectionRecord connection, VpnStaticRouteRecord route)
    {
        var routes = connection.Routes.RemoveAll(r => r.DestinationCidr == route.DestinationCidr).Add(route);
        VpnTunnels.Put(call, connection with { Routes = routes.Sort((a, b) => Compare(a, b)) });
        var subject = $"{connection.Id} {route.DestinationCidr}";
        call.Cancel(TimerKind, subject);
        call.Settle(TimerKind, Changing, subject);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var space = subject.IndexOf(' ');
        var cidr = Cidr.Parse(subject.AsSpan(space + 1));
        if (call.Read(VpnTables.Connections).Find(new VpnConnectionId(subject[..space])) is not { } connection
            || connection.Routes.FirstOrDefault(r => r.DestinationCidr == cidr) is not { } route)
        {
            return;
        }

        var routes = route.State == VpnState.Deleting
            ? connection.Routes.Remove(route)
            : connection.Routes.Replace(route, route with { State = VpnState.Available });
        VpnTunnels.Put(call, connection with { Routes = routes });
    }

    private static int Compare(VpnStaticRouteRecord one, VpnStaticRouteRecord other) =>
        one.DestinationCidr.CompareTo(other.DestinationCidr);
}
