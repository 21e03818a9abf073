using Orrery.Engines.Reachability.Indexing;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Connections that a NAT gateway translates: what the packets looked like before and after.</summary>
internal sealed record BeamBinding(NatNode Nat, View Inside, View Outside);
