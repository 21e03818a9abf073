using System.Runtime.CompilerServices;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// The topologies of a house: that of a snapshot for as long as the snapshot lives, and the last one, from which the
/// next is made. A cache and nothing more: what it gives is a function of the snapshot alone.
/// </summary>
internal sealed class TopologyMemory
{
    private readonly ConditionalWeakTable<Snapshot, Topology> _known = [];
    private ProjectedTopology? _last;

    /// <summary>The topology of a snapshot.</summary>
    /// <param name="world">The snapshot.</param>
    /// <param name="make">Makes it, given the last one that was made, if any.</param>
    public Topology Of(Snapshot world, Func<ProjectedTopology?, Topology> make) => _known.GetValue(world, _ =>
    {
        var topology = make(Volatile.Read(ref _last));
        Volatile.Write(ref _last, new ProjectedTopology(world, topology));
        return topology;
    });
}
