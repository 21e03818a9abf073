using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Projections;

/// <summary>A snapshot and the topology that was made of it.</summary>
internal sealed record ProjectedTopology(Snapshot World, Topology Topology);
