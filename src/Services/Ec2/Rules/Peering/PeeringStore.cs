using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;

namespace Orrery.Services.Ec2.Rules.Peering;

/// <summary>Keeps the two copies of a peering connection, one in the scope of each side, equal.</summary>
internal static class PeeringStore
{
    /// <summary>The scope of a side.</summary>
    public static Scope ScopeOf(PeeringSide side) => new(side.OwnerId, side.Region);

    /// <summary>Writes a peering connection to both sides.</summary>
    public static void Put(Call call, VpcPeeringConnectionRecord peering)
    {
        call.Write(Tables.VpcPeeringConnections, ScopeOf(peering.Requester)).Put(peering);
        if (ReachesAccepter(peering))
        {
            call.Write(Tables.VpcPeeringConnections, ScopeOf(peering.Accepter)).Put(peering);
        }
    }

    /// <summary>Changes the copies that are still there: one side may have forgotten its own already.</summary>
    public static void Change(Call call, VpcPeeringConnectionRecord peering)
    {
        foreach (var scope in Scopes(peering))
        {
            var table = call.Write(Tables.VpcPeeringConnections, scope);
            if (table.Contains(peering.Id))
            {
                table.Put(peering);
            }
        }
    }

    /// <summary>Forgets the copy of one scope.</summary>
    public static void Forget(Call call, Scope scope, VpcPeeringConnectionRecord peering)
    {
        call.Write(Tables.VpcPeeringConnections, scope).Remove(peering.Id);
        if (scope == call.Scope)
        {
            TagStore.Forget(call, peering.Id.Value);
        }
    }

    /// <summary>The scopes of both sides; one where they are the same.</summary>
    public static IEnumerable<Scope> Scopes(VpcPeeringConnectionRecord peering) =>
        new[] { ScopeOf(peering.Requester), ScopeOf(peering.Accepter) }.Distinct();

    /// <summary>The connection of an id, as the caller sees it.</summary>
    /// <exception cref="ServiceException">InvalidVpcPeeringConnectionID.NotFound or …Malformed.</exception>
    public static VpcPeeringConnectionRecord Get(ReadCall call, string id) =>
        Ec2Kinds.VpcPeeringConnection.Get(call, id);

    // A request that failed never reached the other side, which may not even exist.
    private static bool ReachesAccepter(VpcPeeringConnectionRecord peering) =>
        peering.State is not Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode.Failed;
}
