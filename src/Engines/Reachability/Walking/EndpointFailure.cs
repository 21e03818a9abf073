using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>Why a flow's ends could not be looked up.</summary>
internal readonly record struct EndpointFailure(Disposition Disposition, string Code);
