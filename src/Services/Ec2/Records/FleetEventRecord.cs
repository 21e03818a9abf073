using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>Something that happened to a fleet.</summary>
/// <param name="Id">The fleet, the instant and a number, in the order of time.</param>
/// <param name="At">When.</param>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="SubType">What it was, for example <c>launched</c>.</param>
/// <param name="Description">The same in words.</param>
/// <param name="InstanceId">The instance, if it was about one.</param>
public sealed record FleetEventRecord(
    ResourceKey Id, DateTimeOffset At, FleetEventType Kind, string SubType, string? Description, string? InstanceId);
