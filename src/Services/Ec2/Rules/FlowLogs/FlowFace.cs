using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>An interface that sees a flow.</summary>
/// <param name="Scope">Its account and region.</param>
/// <param name="Record">The interface.</param>
internal sealed record FlowFace(Scope Scope, NetworkInterfaceRecord Record);
