using System.Text.Json.Serialization;
using Orrery.Services.Ram.Records;

namespace Orrery.Services.Ram;

/// <summary>How the records of RAM are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ShareRecord))]
[JsonSerializable(typeof(InvitationRecord))]
internal sealed partial class RamJson : JsonSerializerContext;
