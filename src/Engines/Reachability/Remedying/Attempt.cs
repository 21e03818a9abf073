using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>A topology after some changes, and how the flow fares in it.</summary>
internal sealed record Attempt(Topology Topology, Trace Trace, ImmutableArray<Change> Changes);
