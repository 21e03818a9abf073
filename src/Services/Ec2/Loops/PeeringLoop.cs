using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Peering;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves peering connections on in time: a request reaches the other side, expires after 7 days, an accepted one is
/// provisioned, and a dead one is forgotten. Source: VPC Peering Guide, "VPC peering connection lifecycle" (visible for
/// two hours or two days after its end); how long a request and provisioning take is guessed.
/// </summary>
internal sealed class PeeringLoop : ITimerHandler
{
    private static readonly TimeSpan Reaching = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Provisioning = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Expiry = TimeSpan.FromDays(7);
    private static readonly TimeSpan VisibleShort = TimeSpan.FromHours(2);
    private static readonly TimeSpan VisibleLong = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public string Kind => "ec2.vpc-peering";

    /// <summary>Lets a new request reach its accepter, and expire.</summary>
    public static void Begin(Call call, VpcPeeringConnectionRecord peering)
    {
        call.Settle("ec2.vpc-peering", Reaching, $"reach {peering.Id}");
        call.Schedule("ec2.vpc-peering", peering.CreatedAt + Expiry, $"expire {peering.Id}");
    }

    /// <summary>When a request made now expires.</summary>
    public static DateTimeOffset ExpiryOf(Call call) => call.Now + Expiry;

    /// <summary>Lets an accepted connection become active.</summary>
    public static void Provision(Call call, VpcPeeringConnectionRecord peering) =>
        call.Settle("ec2.vpc-peering", Provisioning, $"activate {peering.Id}");

    /// <summary>
    /// Lets a dead connection be forgotten: after two hours where it was ended, after two days elsewhere.
    /// </summary>
    public static void Bury(Call call, VpcPeeringConnectionRecord peering)
    {
        foreach (var scope in PeeringStore.Scopes(peering))
        {
            var visible = scope == call.Scope && peering.State != Code.Expired ? VisibleShort : VisibleLong;
            call.Schedule("ec2.vpc-peering", call.Now + visible, $"forget {peering.Id}", scope);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var space = subject.IndexOf(' ', StringComparison.Ordinal);
        var id = new VpcPeeringConnectionId(subject[(space + 1)..]);
        if (call.Read(Tables.VpcPeeringConnections).Find(id) is not { } peering)
        {
            return;
        }

        switch (subject[..space], peering.State)
        {
            case ("reach", Code.InitiatingRequest):
                PeeringStore.Change(call, peering with
                {
                    State = Code.PendingAcceptance,
                    StateMessage = $"Pending Acceptance by {peering.Accepter.OwnerId}",
                });
                break;
            case ("activate", Code.Provisioning):
                PeeringStore.Change(call, peering with { State = Code.Active, StateMessage = "Active" });
                break;
            case ("expire", Code.PendingAcceptance):
                var expired = peering with { State = Code.Expired, StateMessage = "Expired", ExpiresAt = null };
                PeeringStore.Change(call, expired);
                Bury(call, expired);
                break;
            case ("forget", _):
                PeeringStore.Forget(call, call.Scope, peering);
                break;
        }
    }
}
