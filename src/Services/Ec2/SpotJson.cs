using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>
/// How records of capacity, Spot and fleets are written as JSON: as those of <see cref="Ec2Json"/> are.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CapacityRecord))]
[JsonSerializable(typeof(SpotMarketRecord))]
[JsonSerializable(typeof(SpotRequestRecord))]
[JsonSerializable(typeof(FleetRecord))]
[JsonSerializable(typeof(FleetEventRecord))]
internal sealed partial class SpotJson : JsonSerializerContext;
