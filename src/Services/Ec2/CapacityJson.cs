using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>How Capacity Reservations are written as JSON: as the records of <see cref="Ec2Json"/> are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CapacityReservationRecord))]
internal sealed partial class CapacityJson : JsonSerializerContext;
