using System.Text.Json.Serialization;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events;

/// <summary>How the records of events are written as JSON: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(BusRecord))]
[JsonSerializable(typeof(RuleRecord))]
[JsonSerializable(typeof(AttemptRecord))]
[JsonSerializable(typeof(HopRecord))]
[JsonSerializable(typeof(ArchiveRecord))]
[JsonSerializable(typeof(ArchivedRecord))]
[JsonSerializable(typeof(ReplayRecord))]
[JsonSerializable(typeof(ScheduleGroupRecord))]
[JsonSerializable(typeof(ScheduleRecord))]
internal sealed partial class EventsJson : JsonSerializerContext;
