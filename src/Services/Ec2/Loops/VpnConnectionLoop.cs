using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves VPN connections on: pending and modifying to available, deleting to deleted, and what is deleted out of sight.
/// States: EC2 API Reference, VpnConnection.
/// </summary>
public sealed class VpnConnectionLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the connection's id.</summary>
    internal const string TimerKind = "ec2.vpn-connection";

    // AWS says that creating one takes "a few minutes" and gives no other figure: guessed.
    private static readonly TimeSpan Making = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Changing = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Deleting = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a connection that is pending, modifying or deleting, and sets it on its way.</summary>
    internal static void Begin(Call call, VpnConnectionRecord connection)
    {
        var duration = connection.State switch
        {
            VpnState.Pending => Making,
            VpnState.Modifying => Changing,
            _ => Deleting,
        };
        VpnTunnels.Put(call, connection);
        call.Cancel(TimerKind, connection.Id.Value);
        call.Settle(TimerKind, duration, connection.Id.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var id = new VpnConnectionId(subject);
        switch (call.Read(VpnTables.Connections).Find(id))
        {
            case { State: VpnState.Pending or VpnState.Modifying } connection:
                VpnTunnels.Put(call, connection with { State = VpnState.Available });
                break;
            case { State: VpnState.Deleting } connection:
                VpnTunnels.Put(call, connection with { State = VpnState.Deleted });
                foreach (var tunnel in connection.Tunnels)
                {
                    PublicIps.Release(call, tunnel.OutsideIpAddress);
                }

                call.Schedule(TimerKind, call.Now + Visible, subject);
                break;
            case { State: VpnState.Deleted }:
                call.Write(VpnTables.Connections).Remove(id);
                TagStore.Forget(call, subject);
                break;
            default:
                break;
        }
    }
}
