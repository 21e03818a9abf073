using System.Text.Json.Serialization;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;

namespace Orrery.Kernel;

/// <summary>How the kernel's persisted shapes are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TimerRecord))]
[JsonSerializable(typeof(FailedTimerRecord))]
[JsonSerializable(typeof(ScopeRecord))]
[JsonSerializable(typeof(ClockRecord))]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(StoreHeader))]
internal sealed partial class KernelJson : JsonSerializerContext;
