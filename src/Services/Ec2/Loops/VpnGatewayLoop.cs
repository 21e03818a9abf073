using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Tagging;

namespace Orrery.Services.Ec2.Loops;

/// <summary>Takes deleted virtual private gateways out of sight.</summary>
public sealed class VpnGatewayLoop : ITimerHandler
{
    /// <summary>The kind of its timers.</summary>
    internal const string TimerKind = "ec2.vpn-gateway.purge";

    /// <summary>How long a deleted gateway is seen. AWS says nothing of it: guessed, as for NAT gateways.</summary>
    internal static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var id = new VpnGatewayId(subject);
        if (call.Read(Tables.VpnGateways).Find(id) is { DeletedAt: not null })
        {
            call.Write(Tables.VpnGateways).Remove(id);
            TagStore.Forget(call, subject);
        }
    }
}
