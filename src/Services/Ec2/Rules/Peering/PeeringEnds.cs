using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Rules.Peering;

/// <summary>
/// How peering connections end by what happens to a VPC. Source: Amazon VPC User Guide, "VPC CIDR blocks" (a block
/// that overlaps lets a request fail); that connections go with their VPC is guessed.
/// </summary>
internal static class PeeringEnds
{
    /// <summary>A block of the accepter now overlaps with the requester's: the request fails.</summary>
    public static void Fail(Call call, VpcPeeringConnectionRecord peering) => End(call, peering with
    {
        State = Code.Failed,
        StateMessage = "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range",
        ExpiresAt = null,
    });

    /// <summary>A VPC goes away: its connections and requests go with it.</summary>
    public static void WithVpc(Call call, VpcId vpc)
    {
        foreach (var peering in call.Read(Tables.VpcPeeringConnections).By(Tables.PeeringsByVpc, vpc.Value).ToList())
        {
            if (peering.State is Code.Active or Code.Provisioning or Code.PendingAcceptance or Code.InitiatingRequest)
            {
                End(call, peering with
                {
                    State = Code.Deleted,
                    StateMessage = $"Deleted by {call.Account}",
                    ExpiresAt = null,
                });
            }
        }
    }

    private static void End(Call call, VpcPeeringConnectionRecord ended)
    {
        PeeringStore.Change(call, ended);
        PeeringLoop.Bury(call, ended);
    }
}
