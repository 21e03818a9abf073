using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>A connection that a NAT gateway translates: the packet before and after.</summary>
internal readonly record struct NatBinding(NatNode Nat, Packet Inside, Packet Outside);
