using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>A packet to send, from an interface or the internet.</summary>
/// <param name="Number">Its number within the network, from 1.</param>
/// <param name="From">The namespace of its sender.</param>
/// <param name="Packet">Its header.</param>
internal sealed record Probe(int Number, string From, Packet Packet);
