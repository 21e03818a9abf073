using Orrery.Engines.Load.Credits;

namespace Orrery.Engines.Load.Serving;

/// <summary>What an instance of a type can do.</summary>
/// <param name="Vcpus">Its vCPUs.</param>
/// <param name="MemoryMb">Its memory.</param>
/// <param name="BytesPerSecond">Its network, each way.</param>
/// <param name="Credits">How it earns and spends credits; null where its processors are all its own.</param>
public sealed record Capacity(int Vcpus, double MemoryMb, double BytesPerSecond, CreditPlan? Credits = null);
