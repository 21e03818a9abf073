using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A route and the one of its blocks (a prefix list has many) that matched.</summary>
internal sealed record RouteEntry(Cidr Block, Route Route);
