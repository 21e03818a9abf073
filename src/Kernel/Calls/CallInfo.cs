using Orrery.Kernel.State;

namespace Orrery.Kernel.Calls;

/// <summary>What is known of a call before it runs.</summary>
/// <param name="Scope">The account and region it is made in.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Operation">The operation, for example <c>ec2:CreateVpc</c>.</param>
/// <param name="RequestId">The request id; <see cref="World.NewRequestId"/> makes one.</param>
public sealed record CallInfo(Scope Scope, Caller Caller, string Operation, string RequestId);
