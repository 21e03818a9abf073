using System.Text.Json.Serialization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>
/// How the records of Network Access Analyzer are written as JSON: as those of <see cref="Ec2Json"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AccessScopeRecord))]
[JsonSerializable(typeof(AccessScopeAnalysisRecord))]
internal sealed partial class AccessScopeJson : JsonSerializerContext;
