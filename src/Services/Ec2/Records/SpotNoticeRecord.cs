using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// The notice that a Spot Instance will be interrupted: what its metadata shows as <c>instance-action</c>.
/// </summary>
/// <param name="Action">What will be done.</param>
/// <param name="At">When: two minutes after the notice, or at once for a hibernation.</param>
/// <param name="Cause">The end of the status code, for example <c>by-price</c>.</param>
public sealed record SpotNoticeRecord(InstanceInterruptionBehavior Action, DateTimeOffset At, string Cause);
