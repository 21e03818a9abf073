using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>
/// How launch templates and placement groups are written as JSON: as the records of <see cref="Ec2Json"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(LaunchTemplateRecord))]
[JsonSerializable(typeof(LaunchTemplateVersionRecord))]
[JsonSerializable(typeof(PlacementGroupRecord))]
internal sealed partial class TemplateJson : JsonSerializerContext;
