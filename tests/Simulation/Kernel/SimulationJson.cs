using System.Text.Json.Serialization;

namespace Orrery.Tests.Simulation.Kernel;

[JsonSerializable(typeof(EntryRecord))]
internal sealed partial class SimulationJson : JsonSerializerContext;
