using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>An instance that runs and is to have a process.</summary>
/// <param name="Scope">Its account and region.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Reported">What was last reported of its process; null where nothing was.</param>
internal sealed record BodyWish(Scope Scope, InstanceRecord Instance, BodyRecord? Reported);
