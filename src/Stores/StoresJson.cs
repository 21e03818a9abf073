using System.Text.Json.Serialization;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Storage;

namespace Orrery.Stores;

/// <summary>How stores write what is neither a record nor text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(StoreHeader))]
[JsonSerializable(typeof(StoreTip))]
internal sealed partial class StoresJson : JsonSerializerContext;
