using System.Text.Json.Serialization;

namespace Orrery.Services.Organizations;

/// <summary>How the records of Organizations are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OrganizationRecord))]
[JsonSerializable(typeof(NodeRecord))]
[JsonSerializable(typeof(PolicyRecord))]
[JsonSerializable(typeof(CreationRecord))]
[JsonSerializable(typeof(DelegateRecord))]
[JsonSerializable(typeof(HandshakeRecord))]
internal sealed partial class OrganizationsJson : JsonSerializerContext;
