using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// What must be found of transit gateways and VPN connections: route tables ready to be asked, and who names whom.
/// Persistent, so that copies share. What hangs on a VPC is in its <see cref="VpcIndex"/>.
/// </summary>
/// <param name="Tables">The route tables by id.</param>
/// <param name="Propagated">What is propagated to each route table, whether or not it exists, by its id.</param>
/// <param name="Attached">The attachments of a VPC or VPN connection, by its id; by their own ids.</param>
/// <param name="Announced">What VPCs and VPN connections announce where they are attached, by their ids.</param>
/// <param name="Naming">
/// Ids of elements that name another, by its id: a transit gateway's attachments, peering attachments and route tables;
/// a customer gateway's and a virtual private gateway's VPN connections.
/// </param>
/// <param name="OnPremises">The declared on-premises networks by id.</param>
internal sealed record TransitIndex(
    ImmutableDictionary<string, TransitTable> Tables,
    ImmutableDictionary<string, PropagatedRoutes> Propagated,
    ImmutableDictionary<string, ImmutableSortedDictionary<string, TransitGatewayAttachment>> Attached,
    ImmutableDictionary<string, Announcement> Announced,
    ImmutableDictionary<string, ImmutableSortedSet<string>> Naming,
    ImmutableSortedDictionary<string, OnPremisesNetwork> OnPremises)
{
    public static TransitIndex Empty { get; } = new(
        NewMap<TransitTable>(), NewMap<PropagatedRoutes>(),
        NewMap<ImmutableSortedDictionary<string, TransitGatewayAttachment>>(), NewMap<Announcement>(),
        NewMap<ImmutableSortedSet<string>>(),
        ImmutableSortedDictionary.Create<string, OnPremisesNetwork>(StringComparer.Ordinal));

    /// <summary>The route table with an id, or null.</summary>
    public TransitTable? Table(string? id) => id is null ? null : Tables.GetValueOrDefault(id);

    /// <summary>The elements of a kind that name another one, in the order of their ids.</summary>
    public IEnumerable<TElement> NamingAs<TElement>(string id, Topology topology)
        where TElement : Element =>
        Naming.TryGetValue(id, out var ids) ? ids.Select(topology.Find<TElement>).OfType<TElement>() : [];

    /// <summary>The attachment of a VPN connection to a transit gateway, or null.</summary>
    public TransitGatewayAttachment? AttachmentOf(VpnConnection connection)
    {
        if (Attached.TryGetValue(connection.Id, out var attachments))
            foreach (var (_, attachment) in attachments)
                return attachment;
        return null;
    }

    /// <summary>The on-premises network that holds an address, the first by id; null where none does.</summary>
    public OnPremisesNetwork? NetworkHolding(IpAddress address)
    {
        foreach (var (_, network) in OnPremises)
            if (Holds(network, address))
                return network;
        return null;
    }

    /// <summary>True where one of a network's blocks holds an address.</summary>
    public static bool Holds(OnPremisesNetwork network, IpAddress address)
    {
        for (var i = 0; i < network.Cidrs.Count; i++)
            if (network.Cidrs[i].Contains(address))
                return true;
        return false;
    }

    private static ImmutableDictionary<string, TValue> NewMap<TValue>() =>
        ImmutableDictionary.Create<string, TValue>(StringComparer.Ordinal);
}
