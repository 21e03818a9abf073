using System.Text.Json.Serialization;

namespace Orrery.Tests.Unit.Services.ApplicationAutoScaling;

[JsonSerializable(typeof(TankRecord))]
internal sealed partial class TankJson : JsonSerializerContext;
